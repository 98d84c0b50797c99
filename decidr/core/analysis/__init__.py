"""What follows from a study: here the way from its entries to its numbers, in rooms what is asked of them."""
