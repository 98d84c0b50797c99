"""The live ranking at the right."""
