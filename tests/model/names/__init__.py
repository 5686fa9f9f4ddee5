"""Tests of netwerk_widgets/model/names."""
