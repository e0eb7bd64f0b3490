"""What may stand between the words of a phrase."""

SEPARATOR = r"(?:\.?[ ':,\-/(=\n*_\"«»)+&]{1,3}|\.)"
"""Notes put a colon, a dash, the end of a line between two words; never what is masked already."""
