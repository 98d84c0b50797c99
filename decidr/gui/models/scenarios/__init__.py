"""Scenarios, their moves, and every case."""
