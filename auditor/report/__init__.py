"""Room 5: one report, told in HTML, JSON or on the terminal, in the reader's language."""
