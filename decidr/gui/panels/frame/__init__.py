"""What stands around the pages: rail, find field, banner, status bar, start."""
