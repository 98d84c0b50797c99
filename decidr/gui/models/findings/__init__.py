"""Findings as rows."""
