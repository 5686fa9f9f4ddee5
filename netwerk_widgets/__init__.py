"""Netwerk Werkboek: a workbook with an editable network map for supervision in social work."""

__version__ = "0.1.0"
