"""An import as it is chosen."""
