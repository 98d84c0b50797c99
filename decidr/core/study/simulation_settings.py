"""What the settings of a simulation may be."""

from math import isfinite


def wrong_setting(name: str, value: object) -> str:
    """The code of what is wrong with ``samples``, ``seed`` or ``judgment_spread``; empty where nothing is."""
    if not isinstance(value, float | int):
        return ""
    least = {"samples": 1, "seed": 0, "judgment_spread": 0}.get(name)
    return f"settings.{name}" if least is not None and not (isfinite(value) and value >= least) else ""
