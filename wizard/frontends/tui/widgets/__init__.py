"""The parts of screens: each draws views of the core and says upward what a person did. No rules."""
