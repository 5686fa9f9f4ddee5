"""With this folder on ``PYTHONPATH`` there is no sqlcipher3, as in a browser: the second engine takes its place."""

raise ImportError("no sqlcipher3 here")
