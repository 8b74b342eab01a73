"""The screens: each lays out widgets, and turns what they say into calls. No rule of the method."""
