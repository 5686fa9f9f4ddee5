"""Tests of netwerk_widgets/model/meeting."""
