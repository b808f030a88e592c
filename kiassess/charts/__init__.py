"""Profiles in, matplotlib figures out; no pyplot, no window, no global state."""
