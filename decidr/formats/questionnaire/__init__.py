"""Questionnaires: one workbook a participant goes out, and the answers come back into the study."""
