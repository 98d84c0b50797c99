"""What would change the answer: weights, cells and methods moved, exactly (method: Sensitivity)."""
