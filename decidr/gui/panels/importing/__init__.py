"""What a file would bring, before it counts."""
