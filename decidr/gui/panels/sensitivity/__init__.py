"""The Sensitivity page: what would change the answer."""
