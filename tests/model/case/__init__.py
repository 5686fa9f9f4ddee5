"""Tests of netwerk_widgets/model/case."""
