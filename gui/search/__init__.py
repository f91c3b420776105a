"""The panel under the search field: the best finds in groups, with the words marked."""
