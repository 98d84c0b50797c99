"""Views: one study seen with different eyes."""

from decidr.core.study.part import Part


class View(Part, frozen=True):
    """A way of seeing the study: which leaves it leaves out and which it turns (score 1 - s)."""

    id: str
    name: str
    left_out: tuple[str, ...] = ()
    turned: tuple[str, ...] = ()
