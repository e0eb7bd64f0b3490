"""A cue as people write it, made a pattern: ``j'habite (a|en) {PLACE}``.

word            as is, in any case, with or without accents, apostrophe, hyphen
^               where a passage, a sentence, a line or a part of a bio begins
word*           any ending: ``vaccin*``
(a|b c)         one of these; ``(a|b)?`` and ``word?`` may be left out
.. and ...      up to three, up to six other words of the same sentence, a comma among them or not
<my>            a list of `rules/stance.yml` by its name
[a b]           the part that is the fact's value
{NAME}          something that must stand there (`slots`): first, last or inside
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from auditor.errors import PackError
from auditor.extract.cues.piece import GAPS, SIGN, Piece, Usual, gap, joined, word

_TOKEN = re.compile(
    r"\s+|\^|\.\.\.?|\([^()\[\]?<>{}^]*\)|[()|\[\]?]|<[a-z-]+>|\{[A-Z]+\}|[^\s()|\[\]?<>{}^]+"
)
"""A group of words and nothing else is one token: most are, and they hold most words of the cues."""
_SLOT_ENDS = re.compile(
    r"(?:\{(?P<before>[A-Z]+)\}\s+)?(?P<core>.+?)(?:\s+\{(?P<after>[A-Z]+)\})?$", re.DOTALL
)
_BEGINS = (
    r"(?:^|(?<=[\n|•·])|(?<=[.!?|•·:/,–—-]\s)|(?<=[\u2190-\U0001faff])|(?<=[\u2190-\U0001faff]\s))"
)
_INSIDE = r"[^\n.!?;:]{1,40}?"


class Lists(dict[str, str]):
    """Lists of words that cues may name, each read once for all cues."""

    def __init__(self, lists: Mapping[str, str], usual: Mapping[str, float] | None = None) -> None:
        super().__init__(lists)
        self.usual = Usual(usual or {})
        self.pieces: dict[str, Piece] = {}
        self.branches: dict[str, Piece] = {}
        """What stands between two bars of a group of words: the same few thousand come again and again."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """A cue ready to be searched."""

    written: str
    text: str
    """The pattern, compiled when it is first asked for: most cues never are in one run."""
    triggers: frozenset[str]
    """Words of which one must occur in the passage; ``vacc*`` stands for all that begin so."""
    needs: tuple[frozenset[str], ...] = ()
    """The same for every part of the cue: a quick look before the pattern is tried."""
    before: str | None = None
    """The slot before the words of the cue."""
    after: str | None = None
    """The slot after them."""
    inside: str | None = None
    """The slot among them, group ``slot`` of the pattern."""

    def may_stand(self, keys: frozenset[str]) -> bool:
        """Does a passage with these keys hold a word of every part? If not, the pattern need not be tried."""
        for words in self.needs:  # noqa: SIM110 - a plain loop: it runs for every cue that a passage may hold
            if words.isdisjoint(keys):
                return False
        return True

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, over plain text."""
        return _compiled(self.text)


def phrase(written: str, lists: Lists, file: str = "", *, looked_up: bool = True) -> Phrase:
    """The cue of a file as a pattern; `lists` holds what a name in angle brackets stands for.

    A cue that is `looked_up` must have a word (or a sign) of its own.

    Raises:
        PackError: the cue cannot be read, or has no word to look it up by.
    """
    slots = _SLOT_ENDS.match(written.strip())
    if slots is None:
        raise _unreadable(written, file)
    parser = _Parser(tokens=_TOKEN.findall(slots["core"]), lists=lists, written=written, file=file)
    piece = parser.whole()
    twice = any(piece.pattern.count(f"(?P<{group}>") > 1 for group in ("value", "slot"))
    if twice or (looked_up and not piece.triggers):
        raise _unreadable(written, file)
    return Phrase(
        written=written,
        # “📍Lisbonne”: a sign ends where it ends, a word where no letter follows.
        text=rf"(?<!\w){piece.pattern}" + ("" if slots["core"][-1] >= SIGN else r"(?!\w)"),
        triggers=piece.triggers,
        needs=piece.needs,
        before=slots["before"],
        after=slots["after"],
        inside=parser.inside,
    )


def _unreadable(written: str, file: str) -> PackError:
    return PackError(
        "%(file)s: the cue “%(cue)s” cannot be read; check its brackets, and that it has a word of its own",
        file=file,
        cue=written,
    )


def _plain(token: str, usual: Usual) -> Piece:
    """A word, or a gap."""
    return gap(token) if token in GAPS else word(token, usual)


def _either(branches: Sequence[Piece]) -> Piece:
    """One of them."""
    sure = all(each.triggers for each in branches)
    return Piece(
        "(?:" + "|".join([each.pattern for each in branches]) + ")",
        frozenset().union(*[each.triggers for each in branches]) if sure else frozenset(),
        elisions=frozenset().union(*[each.elisions for each in branches]),
    )


@dataclass(slots=True, kw_only=True)
class _Parser:
    """Reads the tokens of one cue from left to right."""

    tokens: list[str]
    lists: Lists
    written: str
    file: str
    at: int = 0
    inside: str | None = None
    depth: list[str] = field(default_factory=list)
    """Lists being opened, so that one that holds itself is refused."""

    def whole(self) -> Piece:
        piece = self._sequence("")
        if self.at != len(self.tokens):
            raise _unreadable(self.written, self.file)
        return piece

    def _sequence(self, closing: str) -> Piece:
        """Pieces up to one of the closing tokens, joined."""
        pieces: list[Piece] = []
        glued = True
        while self.at < len(self.tokens) and self.tokens[self.at] not in {*closing}:
            token = self.tokens[self.at]
            self.at += 1
            if token.isspace():
                glued = False
                continue
            piece = self._piece(token)
            optional, follows = self._take("?"), glued and bool(pieces)
            if optional or follows:  # seldom: most pieces are taken as they are
                piece = replace(piece, glued=follows, optional=optional)
            pieces.append(piece)
            glued = True
        if len(pieces) == 1 and not pieces[0].optional and not pieces[0].gap:
            return pieces[0]
        return self._joined(pieces)

    def _joined(self, pieces: list[Piece]) -> Piece:
        try:
            return joined(pieces, self.lists.usual)
        except ValueError as fault:
            raise _unreadable(self.written, self.file) from fault

    def _piece(self, mark: str) -> Piece:
        if mark[0] == "(":
            return self._alternatives(mark)
        if mark == "[":
            part = self._sequence("]")
            self._close("]")
            return replace(part, pattern=f"(?P<value>{part.pattern})")
        if mark == "^":
            return Piece(_BEGINS, elisions=frozenset({""}))
        if mark.startswith("<"):
            return self._list(mark[1:-1])
        if mark.startswith("{"):
            self.inside = mark[1:-1]
            return Piece(rf"(?P<slot>{_INSIDE})")
        if mark in "?)]|":
            raise _unreadable(self.written, self.file)
        return _plain(mark, self.lists.usual)

    def _alternatives(self, mark: str) -> Piece:
        if mark != "(":  # a whole group of words
            return _either([self._branch(each) for each in mark[1:-1].split("|")])
        branches = [self._sequence("|)")]
        while self._take("|"):
            branches.append(self._sequence("|)"))
        self._close(")")
        return _either(branches)

    def _branch(self, words: str) -> Piece:
        """The words between two bars of a group, read once for all cues."""
        known = self.lists.branches.get(words)
        if known is None:
            parts = [_plain(each, self.lists.usual) for each in words.split()]
            known = parts[0] if len(parts) == 1 and not parts[0].gap else self._joined(parts)
            self.lists.branches[words] = known
        return known

    def _list(self, name: str) -> Piece:
        if name in self.lists.pieces:
            return self.lists.pieces[name]
        if name not in self.lists or name in self.depth:
            raise _unreadable(self.written, self.file)
        inner = _Parser(
            tokens=_TOKEN.findall(f"({self.lists[name]})"),
            lists=self.lists,
            written=self.written,
            file=self.file,
            depth=[*self.depth, name],
        )
        self.lists.pieces[name] = inner.whole()
        return self.lists.pieces[name]

    def _take(self, token: str) -> bool:
        if self.at < len(self.tokens) and self.tokens[self.at] == token:
            self.at += 1
            return True
        return False

    def _close(self, token: str) -> None:
        if not self._take(token):
            raise _unreadable(self.written, self.file)
