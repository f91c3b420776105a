"""The page "Calendar": incidents as squares of days, as bars, and the gaps between them."""
