"""The Results pages: contributions, head to head, views, cost."""
