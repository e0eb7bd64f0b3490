"""A curriculum is told by its headings, whatever it calls itself."""

from collections.abc import Iterable, Mapping

from auditor.model.names import fold

TABLE = "words/sections.tsv"
"""The headings, and the part of a curriculum that each stands for."""
_CORE = frozenset(("experience", "education"))
"""Both stand in every curriculum; an article about schools has one of them."""
_OFFERED = frozenset(("skills", "languages", "references", "papers"))
"""What is offered to an employer: a page among schoolmates has the two above, and tastes, and none of these."""
_LONGEST = 40
"""Signs of a heading."""


def sections(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Heading, folded → the part that it stands for."""
    return {fold(row["word"]): row["section"] for row in rows}


def is_curriculum(lines: Iterable[str], known: Mapping[str, str]) -> bool:
    """Do short lines head work, studies, and something that is offered to an employer?"""
    bare = (line.strip(" \t:•·-–—*#|") for line in lines if len(line) <= _LONGEST)
    headed = {known.get(fold(line)) for line in bare} - {None}
    return headed >= _CORE and bool(headed & _OFFERED)
