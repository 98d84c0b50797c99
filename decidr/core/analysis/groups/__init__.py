"""What several people say: how far they agree, and what the next meeting should talk about."""
