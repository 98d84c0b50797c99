"""What every sheet of the report is written with: pages, cells, styles, places, formulas, charts, print."""
