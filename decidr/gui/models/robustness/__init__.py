"""The plan of a simulation, as it is typed."""
