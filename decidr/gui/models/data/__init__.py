"""Data as a table, typed into, and what to mend in it."""
