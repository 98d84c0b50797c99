"""The answer in words: what it rests on, how sure it is, and what became of an earlier one."""
