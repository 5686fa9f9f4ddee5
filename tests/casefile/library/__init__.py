"""Tests of netwerk_widgets/casefile/library."""
