"""One file per kind of evidence; each comparison is a function whose docstring is its explanation."""
