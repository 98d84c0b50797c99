"""A study of three hosts and three criteria, small enough to tell of in words."""

from decidr.core.study.study import Study
from tests.building import data_study

HOSTS = ("Spain", "Canada", "Mexico")
WEIGHTS = {"Stability": 0.6, "Jobs": 0.3, "Energy": 0.1}
VALUES = {"Stability": [0.9, 0.2, 0.1], "Jobs": [0.1, 0.8, 0.1], "Energy": [0.4, 0.4, 0.3]}


def study(**settings_) -> Study:
    return data_study(WEIGHTS, VALUES, HOSTS, **settings_)


def plain(text: str) -> str:
    """With ordinary blanks between figures and their signs."""
    return text.replace("\u202f", " ")
