"""What opening a file gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from decidr.core.study.problems import Place, Problem
from decidr.core.study.study import Study


@dataclass(frozen=True)
class Opened:
    """A study, what was noticed while it was read, and the cells at which later problems can be told."""

    study: Study
    problems: tuple[Problem, ...] = ()
    addresses: Mapping[Place, str] = field(default_factory=dict)
