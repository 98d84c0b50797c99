"""The Weights page: matrix, questions, and weights given without pairs."""
