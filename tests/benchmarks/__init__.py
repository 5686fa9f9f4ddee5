"""What must be reached, measured on demand: ``python -m pytest tests/benchmarks``."""
