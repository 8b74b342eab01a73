"""Flows: what a flow file may say, how it is read and checked, and the Flow that comes out."""
