"""The Data page: what is known, what that rests on, and what to mend first."""
