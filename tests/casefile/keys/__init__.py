"""Tests of netwerk_widgets/casefile/keys."""
