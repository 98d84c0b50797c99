"""What every chart is drawn with: surface, marks, scales, letters, colours, tips and pictures."""
