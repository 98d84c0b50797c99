"""Every case of a study side by side, in figures and in words."""
