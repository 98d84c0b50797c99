"""What the Robustness page draws of a simulation."""
