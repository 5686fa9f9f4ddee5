"""What a case is: its entities, their fields, and where they stand."""
