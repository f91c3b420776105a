"""The reader: a preserved copy in a column, with what is cited of it and its dates."""
