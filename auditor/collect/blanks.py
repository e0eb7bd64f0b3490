"""Blanks in texts: what a visitor does not see is not kept."""


def collapse(text: str) -> str:
    """Blanks made one, ends of lines kept."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return "\n".join(filter(None, lines))
