"""What the data could do to the answer: what to mend first, and how far one cell alone could reach."""
