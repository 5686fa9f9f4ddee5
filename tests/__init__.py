"""Tests, by room; ``tests/strategies.py`` makes random cases and edits."""
