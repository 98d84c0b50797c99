"""The sheets of the Excel report: each from the content, with formulas that keep it live."""
