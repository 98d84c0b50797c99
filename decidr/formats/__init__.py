"""Files to studies and back, and the reports; no window."""
