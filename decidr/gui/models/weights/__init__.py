"""Judgments at a node, and weights given without pairs."""
