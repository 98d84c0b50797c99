"""Data to scores between 0 and 1."""
