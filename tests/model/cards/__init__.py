"""Tests of netwerk_widgets/model/cards."""
