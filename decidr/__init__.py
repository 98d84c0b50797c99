"""decidr: multi-criteria decisions, weighed, ranked and explained, on the consultant's own computer."""

__version__ = "0.1.0"
