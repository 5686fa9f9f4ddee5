"""Where a text names somebody, and how a name goes out of it."""
