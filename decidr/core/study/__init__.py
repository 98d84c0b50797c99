"""What the consultant owns: one immutable value, its edits and its problems."""
