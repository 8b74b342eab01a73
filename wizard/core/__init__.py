"""The rules of the product. Pure: no disk, no clock, no randomness, no terminal."""
