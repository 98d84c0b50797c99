"""Names cut to what a menu or a message can hold."""

LONGEST = 40


def short_name(name: str) -> str:
    """The name, or its beginning with an ellipsis."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
