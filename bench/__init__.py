"""How fast the wizard is, as ratios against bare peers. `wizard` knows nothing of it."""
