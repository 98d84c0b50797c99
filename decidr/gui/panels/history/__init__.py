"""History: snapshots, what changed since, and who judged when."""
