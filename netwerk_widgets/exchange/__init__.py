"""Other programs' files in and out, one module each."""
