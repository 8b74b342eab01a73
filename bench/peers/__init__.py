"""What the wizard is measured against: the least that does the same kind of thing."""
