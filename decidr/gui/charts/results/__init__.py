"""What the Results pages draw: contributions, two hosts, views, cost beside quality."""
