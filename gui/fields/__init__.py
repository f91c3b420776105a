"""What forms are made of: fields of a draft, lines, suggestions, and the dialog around them."""
