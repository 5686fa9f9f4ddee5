"""The encrypted case file: open, apply, undo, redo, history, watch, forget; the shelf and the desk."""
