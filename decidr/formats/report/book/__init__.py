"""What the sheets of reports and questionnaires are written with: pages, cells, styles, formulas, charts, print."""
