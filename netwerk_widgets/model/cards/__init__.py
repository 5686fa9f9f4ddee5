"""Question cards and boards: which there are, and which fit now."""
