"""What several pages rest on: tables that are typed into, figures as typed, places, the shaping hand."""
