"""The hosts as they stand: in colour, in groups, in two views, what each needs, and why one is not first."""
