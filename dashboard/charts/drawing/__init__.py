"""What charts are drawn with: a canvas, marks, labels, lines, and the arithmetic of their places."""
