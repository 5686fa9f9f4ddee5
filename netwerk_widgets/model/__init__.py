"""What a case is: pure Python, without Jupyter, pandas or files."""
