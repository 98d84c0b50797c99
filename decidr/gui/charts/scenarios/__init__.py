"""What the Scenarios page draws: ranks and totals by case."""
