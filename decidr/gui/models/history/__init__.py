"""Changes, moments and snapshots in words."""
