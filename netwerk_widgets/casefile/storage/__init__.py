"""What stands in a case file, and how it gets there."""
