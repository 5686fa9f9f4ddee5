"""Tests of netwerk_widgets/model/edits."""
