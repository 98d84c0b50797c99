"""Money, and two views side by side."""
