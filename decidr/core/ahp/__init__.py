"""Judgments to priorities: bare functions on arrays, which know no study."""
