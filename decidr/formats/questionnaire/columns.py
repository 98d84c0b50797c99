"""The columns of the sheet that is filled in."""

from decidr.formats.report.book.page import FIRST

NUMBER, LEFT, WHICH, TIMES, RIGHT, REASON, STATE = range(FIRST, FIRST + 7)
"""The question's number, one side, the two cells of the answer, the other side, why, and whether it is answered."""

WIDTHS = {NUMBER: 5, LEFT: 36, WHICH: 13, TIMES: 26, RIGHT: 36, REASON: 32, STATE: 13}
"""In characters."""
