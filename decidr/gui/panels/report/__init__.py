"""The Report page: what the client will keep."""
