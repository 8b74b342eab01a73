"""The canvas as a board to walk on: geometry, then what stands in a block, then the widget that draws it."""
