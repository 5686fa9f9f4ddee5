"""Tests of netwerk_widgets/model/lenses."""
