"""The decision itself: no window, no files, no clock. Its records are frozen Structs, quick to load and to make."""
