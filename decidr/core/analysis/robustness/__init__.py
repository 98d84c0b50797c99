"""How the answer fares when weights and data are drawn at random (method: Simulation)."""
