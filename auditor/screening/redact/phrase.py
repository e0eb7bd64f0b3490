"""A phrase of a lexicon as people write it, made a pattern: ``enceinte de # (mois|semaines)``.

word        as is, in any case, with or without accents; ``CGT``: in capitals only
stem[e,s]   the stem alone or with one of the endings; ``stem*``: with any ending
words?      its last letter may be left out
(a|b c)     one of these;  ``(a|b)?`` may be left out, so may ``(the)?``
<person>    a list of the ground or of `grounds.yml` by its name
#           a number in figures, ``####`` one of so many figures (two to five);  ``@``, once: the words with a capital that follow
.. and ...  up to three, up to six other words of the same line
{enceinte}  the part that is masked, where it is not the whole
=marié      first: counts only where something of it is written with an accent
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from auditor.errors import PackError
from auditor.screening.redact import tree
from auditor.screening.redact.piece import PARTS, Piece, spelled
from auditor.screening.redact.signs import SEPARATOR

ANY = ""
"""The beginning of what may begin with any word: looked up nowhere, so no phrase begins so."""
NUMBER = "#"
_GAP = r"(?:\.?[ ':,\-/(]{1,3}[^\W_]{1,30}){0,%d}"
_NUMBER = r"\d{1,4}(?:[.,]\d{1,2})?"
_CAPITALS = r"[^\W\d_]+(?:[ '\-]{1,2}[^\W\d_]+){0,5}"
_TOKEN = re.compile(
    r"\s+|#{2,5}|[()|?{}#@]|\.\.\.?|<[a-z_]+>|[^\s()|?{}#@<>\[\]]+(?:\[[^\]]*\])?\??"
)
_GROUPS = re.compile(r"(\(\?P<\w+>).*\1", re.DOTALL)
"""A part that is masked, or a name, given twice."""
_LONG = 100
_BARE = re.compile(r"[a-z' |-]+")
"""Lists longer than that, of words without any sign, are those of tables: made a tree."""
_LONGEST = {"..": 3, "...": 6}


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """A phrase ready to be searched where one of its first words stands."""

    written: str
    text: str
    first: frozenset[str]
    """Words it can begin with; ``voile*`` stands for all that begin so, ``#`` for a number."""
    needs: tuple[frozenset[str], ...] = ()
    """Of each, a text holds a word, or the phrase is not in it: known before the pattern is made."""
    capitals: frozenset[str] = frozenset()
    """Words that count in capitals only."""
    accented: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, over plain letters."""
        return re.compile(rf"(?<![^\W_]){self.text}(?![^\W_])")


def phrase(written: str, lists: Mapping[str, str], file: str = "") -> Phrase:
    """The phrase of a file as a pattern.

    Raises:
        PackError: it cannot be read, or may begin with any word at all.
    """
    text = written.removeprefix("=")
    parser = _Parser(tokens=_tokens(text, written, file), lists=lists, written=written, file=file)
    piece = parser.whole()
    if piece.optional or ANY in piece.first or _GROUPS.search(piece.pattern):
        raise _unreadable(written, file)
    return Phrase(
        written=written,
        text=piece.pattern,
        first=piece.first,
        needs=tuple(each for each in piece.needs if not each & {ANY, NUMBER}),
        capitals=frozenset(parser.capitals),
        accented=text != written,
    )


def _tokens(text: str, written: str, file: str) -> list[str]:
    tokens = _TOKEN.findall(text)
    if "".join(tokens) != text:
        raise _unreadable(written, file)
    return [each for each in tokens if not each.isspace()]


def _unreadable(written: str, file: str) -> PackError:
    return PackError(
        "%(file)s: the phrase “%(written)s” cannot be read; see the signs at the top of phrase.py",
        file=file,
        written=written,
    )


@dataclass(slots=True, kw_only=True)
class _Parser:
    tokens: list[str]
    lists: Mapping[str, str]
    written: str
    file: str
    at: int = 0
    capitals: set[str] = field(default_factory=set)

    def whole(self) -> Piece:
        piece = self._either()
        if self.at < len(self.tokens):
            raise _unreadable(self.written, self.file)
        return piece

    def _either(self) -> Piece:
        branches = [self._run()]
        while self._take("|"):
            branches.append(self._run())
        if len(branches) == 1:
            return branches[0]
        return Piece(
            # The longest first: a pattern stops at the first branch that fits.
            f"(?:{'|'.join(each.pattern for each in sorted(branches, key=_weight))})",
            frozenset().union(*(each.first for each in branches)),
        )

    def _run(self) -> Piece:
        pieces: list[Piece] = []
        while self.at < len(self.tokens) and self.tokens[self.at] not in {"|", ")", "}"}:
            pieces.append(self._item())
        if not pieces or all(each.optional for each in pieces) or pieces[0].gap:
            raise _unreadable(self.written, self.file)
        return _joined(pieces)

    def _item(self) -> Piece:
        piece = self._atom(self.tokens[self.at])
        if self._take("?"):
            return Piece(piece.pattern, piece.first, optional=True)
        return piece

    def _atom(self, sign: str) -> Piece:
        self.at += 1
        if sign in _LONGEST:
            return Piece(_GAP % _LONGEST[sign], frozenset({ANY}), optional=True, gap=True)
        if sign in "({":
            return self._group(sign)
        if sign.startswith("#"):
            digits = rf"\d{{{len(sign)}}}" if len(sign) > 1 else _NUMBER
            return Piece(digits, frozenset({NUMBER}))
        if sign == "@":
            return Piece(f"(?P<named>{_CAPITALS})", frozenset({ANY}))
        if sign.startswith("<"):
            return self._list(sign[1:-1])
        if sign == "?":
            raise _unreadable(self.written, self.file)
        return self._word(sign)

    def _group(self, sign: str) -> Piece:
        inner = self._either()
        if not self._take(")" if sign == "(" else "}"):
            raise _unreadable(self.written, self.file)
        opened = "(?P<mask>" if sign == "{" else "(?:"
        return Piece(f"{opened}{inner.pattern})", inner.first, needs=inner.needs)

    def _list(self, name: str) -> Piece:
        if name not in self.lists:
            raise _unreadable(self.written, self.file)
        piece, capitals = _listed(self.lists[name])
        self.capitals |= capitals
        return piece

    def _word(self, sign: str) -> Piece:
        made = spelled(sign)
        if made is None:
            raise _unreadable(self.written, self.file)
        self.capitals |= made[1]
        return made[0]

    def _take(self, sign: str) -> bool:
        if self.at < len(self.tokens) and self.tokens[self.at] == sign:
            self.at += 1
            return True
        return False


@cache
def _listed(words: str) -> tuple[Piece, frozenset[str]]:
    """The words of a list, read once for all phrases that name it, and those that count in capitals only."""
    if words.count("|") > _LONG and _BARE.fullmatch(words):
        each = words.split("|")
        return Piece(
            tree.pattern(each), frozenset(PARTS.split(one)[0].split()[0] for one in each)
        ), frozenset()
    parser = _Parser(tokens=_tokens(words, words, ""), lists={}, written=words, file="")
    piece = parser.whole()
    return Piece(f"(?:{piece.pattern})", piece.first), frozenset(parser.capitals)


def _joined(pieces: list[Piece]) -> Piece:
    """The pieces one after the other; what may be left out takes the sign beside it along."""
    pattern, first, begun = "", frozenset[str](), False
    for each in pieces:
        if not begun:
            first |= each.first
            pattern += f"(?:{each.pattern}{SEPARATOR})?" if each.optional else each.pattern
            begun = not each.optional
        elif each.gap:
            pattern += each.pattern
        else:
            item = SEPARATOR + each.pattern
            pattern += f"(?:{item})?" if each.optional else item
    told = [each for each in pieces if not (each.optional or each.gap)]
    return Piece(
        pattern, first, needs=tuple(one for each in told for one in (each.first, *each.needs))
    )


def _weight(piece: Piece) -> int:
    return -len(piece.pattern)
