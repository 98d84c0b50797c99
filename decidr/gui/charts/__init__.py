"""Charts: they take results and draw; they know no document. pyqtgraph is imported here alone."""
