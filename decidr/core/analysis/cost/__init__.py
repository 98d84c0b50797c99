"""Cost beside quality: what a host costs, apart from how good it is."""
