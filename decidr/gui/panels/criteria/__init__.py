"""The Criteria page: what counts, and on which scale."""
