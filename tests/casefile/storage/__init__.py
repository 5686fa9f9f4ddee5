"""Tests of netwerk_widgets/casefile/storage."""
