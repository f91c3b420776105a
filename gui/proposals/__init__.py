"""Proposed incidents: read them, accept them, attach them to what is there, or skip them."""
