"""Tests of netwerk_widgets/views/handlers."""
