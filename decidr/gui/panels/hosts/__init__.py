"""The Hosts page: which places are compared."""
