"""Canvas Wizard: a guided workshop that ends in a business model canvas and a plan in Markdown."""

__version__ = "0.1.0"
