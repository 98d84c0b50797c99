"""The Study page: what is decided, and the choices by which its numbers are made."""
