"""One widget, one class, one module: the views of a case."""
