"""The Robustness page: how the answer fares when weights and data are drawn at random."""
