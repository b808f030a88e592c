"""Choosing exactly, with a solver."""
