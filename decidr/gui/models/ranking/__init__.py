"""The live ranking as rows."""
