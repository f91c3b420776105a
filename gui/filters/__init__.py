"""Filters, for every page that shows incidents: the bar with its pills, what they offer, and the popups to choose in."""
