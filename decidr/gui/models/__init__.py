"""Qt item models: QtCore and QtGui only."""
