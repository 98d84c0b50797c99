"""How a command ends: exit codes, and the error of a command that cannot be carried out as given."""

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


class WrongUsage(Exception):
    """The command cannot be carried out as it was given; the text says why."""
