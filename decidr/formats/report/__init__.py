"""The report: what it says, and how each kind of file looks."""
