"""Parts that pages are made of, which know no study."""
