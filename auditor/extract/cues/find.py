"""All cues in one passage: looked up by their rarest words, then matched, then weighed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from auditor.extract.cues import stance
from auditor.extract.cues.load import Signs
from auditor.extract.cues.phrase import Phrase
from auditor.extract.cues.recognizer import CueRecognizer
from auditor.extract.cues.slots import SLOTS, Span, behind
from auditor.extract.reading import Found, Reading
from auditor.model.fact import Polarity
from auditor.model.names import fold

Hit = tuple[CueRecognizer, Phrase]

REPEATS = 8
"""How often one cue is read in one passage: what is said more often is a refrain, or made to be slow."""
MENTION = "third_party_mention"
PEOPLE = "partner ex_partner relative child_name colleague manager client_name supplier pet_name tagged_by_other".split()
"""Kinds that say who a named person is."""


@dataclass(slots=True, kw_only=True)
class Cues:
    """Every cue, by the words without which it cannot occur."""

    recognizers: Sequence[CueRecognizer]
    signs: Signs
    by_word: dict[str, list[Hit]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for recognizer in self.recognizers:
            for hit in ((recognizer, cue) for cue in recognizer.cues):
                for word in hit[1].triggers:
                    self.by_word[word].append(hit)

    def possible(self, reading: Reading) -> list[Hit]:
        """The cues that may stand in the passage, in the order of the recognizers."""
        known = reading.keys
        hits = {
            id(hit[1]): hit
            for key in self.by_word.keys() & known
            for hit in self.by_word[key]
            if hit[1].may_stand(known)
        }
        return sorted(hits.values(), key=lambda hit: (hit[0].written.id, hit[1].written))


def find(reading: Reading, cues: Cues) -> Iterator[Found]:
    """What the cues say in the passage: of cues of one kind that overlap, the one that tells most."""
    taken: dict[str, list[Span]] = defaultdict(list)
    weighed = (
        (hit, _weigh(recognizer, hit, span, reading, cues.signs))
        for recognizer, hit, span in _hits(reading, cues)
    )
    known = [(hit, found) for hit, found in weighed if found is not None]
    for hit, found in sorted(known, key=_rank):
        whole = Span(min(hit.start, found.start), max(hit.end, found.end))
        kept = taken[found.kind]
        if any(_overlap(whole, each) for each in kept) or (kept and hit.asks.once):
            continue
        if found.kind == MENTION and _told_already(found, taken):
            continue
        kept.append(whole)
        yield found


def _told_already(found: Found, taken: Mapping[str, Sequence[Span]]) -> bool:
    """A person who is told to be a partner, a child, a colleague is not merely mentioned."""
    at = Span(found.start, found.end)
    return any(_overlap(at, each) for kind in PEOPLE for each in taken.get(kind, ()))


def _hits(reading: Reading, cues: Cues) -> Iterator[tuple[CueRecognizer, stance.Hit, Span]]:
    """Every cue that stands in the passage, with what carries its value."""
    for recognizer, cue in cues.possible(reading):
        for match in islice(cue.pattern.finditer(reading.plain), REPEATS):
            span = _value(cue, match, reading)
            if span is not None:
                yield (
                    recognizer,
                    stance.Hit(
                        cue=cue,
                        asks=recognizer.written,
                        start=match.start(),
                        end=match.end(),
                        sentence=stance.sentence(reading, match.start()),
                    ),
                    span,
                )


def _rank(weighed: tuple[stance.Hit, Found]) -> tuple[bool, bool, bool, float, int, str]:
    """Mentions last; what is asserted first, then cues that name something, the surest, the longest."""
    hit, found = weighed
    slot = hit.cue.before or hit.cue.after or hit.cue.inside
    length = max(hit.end, found.end) - min(hit.start, found.start)
    return (
        found.kind == MENTION,
        found.polarity is not Polarity.ASSERTED,
        slot is None,
        -(found.sure or 0),
        -length,
        hit.cue.written,
    )


def _value(cue: Phrase, match: stance.Match, reading: Reading) -> Span | None:
    """The part of the passage that carries the value; None where a slot stays empty."""
    if cue.after:
        return SLOTS[cue.after](reading, match.end())
    if cue.before:
        return behind(cue.before, reading, match.start())
    if cue.inside:
        found = SLOTS[cue.inside](reading, match.start("slot"))
        # What stands inside must be the name and nothing more.
        return found if found and found.end >= match.end("slot") else None
    part = "value" if "value" in cue.pattern.groupindex and match["value"] else 0
    return Span(match.start(part), match.end(part))


def _weigh(
    recognizer: CueRecognizer, hit: stance.Hit, span: Span, reading: Reading, signs: Signs
) -> Found | None:
    """The finding with how it is said; None where it is said of others or means something else."""
    written = recognizer.written
    if stance.sign(recognizer.unless, reading, hit.sentence):
        return None
    if recognizer.when and not stance.sign(recognizer.when, reading, (0, len(reading.plain))):
        return None
    said = stance.stance(reading, hit, signs)
    if said is None:
        return None
    return Found(
        kind=written.kind,
        value=written.value or span.value or _said(span, written.table, reading),
        start=span.start,
        end=span.end,
        about=written.about,
        polarity=said.polarity,
        time=said.time,
        by=written.id,
        sure=written.confidence.value * (1 if said.polarity is Polarity.ASSERTED else 0.5),
        why=(f"cue: {hit.cue.written}", *said.why),
    )


def _said(span: Span, table: str | None, reading: Reading) -> str:
    """The words of the value, folded; where a table knows them, what it calls them."""
    for each in reading.spot(table) if table else ():
        if span.start <= each.start and each.end <= span.end:
            return each.value
    return fold(reading.text[span.start : span.end])


def _overlap(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end
