"""The sources list and the source editor."""
