"""The export dialog and its live preview."""
