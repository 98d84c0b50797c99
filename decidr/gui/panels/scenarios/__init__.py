"""The page of scenarios."""
