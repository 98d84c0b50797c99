"""What the tables of the pages are made of: entries, cells that are typed into, and the card of what is selected."""
