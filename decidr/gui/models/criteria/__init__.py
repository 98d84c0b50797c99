"""Criteria and their scales, as a tree and as curves."""
