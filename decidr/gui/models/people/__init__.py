"""People, how far they agree, and views."""
