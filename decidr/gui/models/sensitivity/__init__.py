"""What it would take, and whether methods agree, in rows."""
