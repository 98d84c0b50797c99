"""The decision itself: no window, no files, no clock."""
