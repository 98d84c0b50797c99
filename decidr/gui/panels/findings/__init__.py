"""Findings: everything the user should know, each with its place."""
