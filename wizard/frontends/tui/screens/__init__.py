"""The screens: each lays out widgets, and turns what they say into calls of the walk. No rule of the method."""
