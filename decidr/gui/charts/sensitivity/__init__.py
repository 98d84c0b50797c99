"""What the Sensitivity page draws: one weight, several, two and three, and what moves the lead."""
