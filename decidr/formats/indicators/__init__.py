"""Indicator spreadsheets of any publisher: the table found, its form recognised, its figures put where they belong."""
