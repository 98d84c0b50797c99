"""Hosts as a table, with what they still need."""
