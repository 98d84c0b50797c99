"""What follows from a study: results, sensitivity and the verdict."""
