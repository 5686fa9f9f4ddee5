"""A meeting: who is there, which phase is on, and what may be done in it."""
