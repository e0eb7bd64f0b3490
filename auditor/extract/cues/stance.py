"""Is it claimed? Who speaks around a cue, and is it denied, wished, asked, quoted, joked, advertised."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from auditor.extract.cues.load import Signs
from auditor.extract.cues.phrase import Phrase
from auditor.extract.cues.recognizer import Anchor, Asked, Written
from auditor.extract.dates import DATE, day
from auditor.extract.plain import plain
from auditor.extract.reading import Reading
from auditor.extract.stretch import QUOTED, REPEATED, Stretch, around
from auditor.model.fact import Polarity, Time, When

Match = re.Match[str]

NEAR = 48
"""Characters before a cue in which a denial still reaches it: about eight words."""
AFTER = 12
"""Characters after it: “je travaille là … pas”."""

_END = re.compile(r"(?<![\s(][a-z])[.!?…]+(?=\s|$)|\n|[♪♫]|\s(?=(?:rt|via) @)")
_CLAUSE = re.compile(
    r"[,;:•|()–—]|\s-\s|\b(?:mais|but|et puis|alors que|while|because|parce que|car)\b"
)
_SHARED = re.compile(r"\s{0,3}(?:rt|mt)\s?:?\s?@\w")
_SUNG = re.compile(r"[♪♫🎵🎶🎤]")
_FIRST = (
    r"je|j(?= ?ai\b)|moi|nous|on|i|i'?m|i've|ive|i'll|i'd|we|we're|me|my|myself|mine|our|us|mon|ma|mes|notre|nos|"
    r"jsuis|jsui|chuis|chui|jai|jvais|jviens|im|perso"
)
_THIRD = (
    r"il|elle|ils|elles|lui|eux|he|she|they|him|them|his|her|their|son|sa|ses|leur|leurs|he's|she's|they're|qui|who|"
    r"quelqu'un|someone|somebody|people|les gens|celui|celle|ceux|everyone|tout le monde|everybody"
)
_SECOND = r"tu|toi|vous|you|u|your|ton|ta|tes|votre|vos|you're|ur"
_PERSON = re.compile(
    rf"(?<!\w)(?:(?P<first>(?:{_FIRST})(?!\w)|[jm]'(?=\w))|(?P<third>(?:{_THIRD})(?!\w))"
    rf"|(?P<second>(?:{_SECOND})(?!\w)|t'(?=\w)))"
)
_MINE = frozenset("mon ma mes notre nos my our".split())
_NEXT_WORD = re.compile(r"\s+([\w'-]+)(?:\s+([\w'-]+))?")


class Speaker(StrEnum):
    """Of whom the words nearest to a cue speak."""

    SELF = "self"
    OTHER = "other"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """How a thing is said, and the words that told."""

    polarity: Polarity = Polarity.ASSERTED
    time: Time = field(default_factory=Time)
    why: tuple[str, ...] = ()


def sentence(reading: Reading, at: int) -> Stretch:
    """The sentence that holds a place."""
    return around(_END, reading.plain, at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A cue in a passage."""

    cue: Phrase
    asks: Written
    start: int
    end: int
    sentence: Stretch


def stance(reading: Reading, hit: Hit, signs: Signs) -> Stance | None:
    """How the cue is said; None where it is not the author's to claim."""
    whole = (0, len(reading.plain))
    if not hit.asks.adverts and sign(signs.signs["advert"], reading, whole):
        return None
    who = speaker(reading, hit, signs.people)
    if not _fits(hit.asks.anchor, who):
        return None
    polarity, word = _polarity(reading, hit, signs)
    why = tuple(filter(None, (f"speaker: {who}", word)))
    return Stance(polarity=polarity, time=_time(reading, hit, signs), why=why)


def _fits(anchor: Anchor, who: Speaker) -> bool:
    if anchor is Anchor.SELF:
        return who is Speaker.SELF
    if anchor is Anchor.BIO:
        return who is not Speaker.OTHER
    return True


def speaker(reading: Reading, hit: Hit, people: frozenset[str]) -> Speaker:
    """Whom the last word for a person at or before the end of the cue means."""
    who = Speaker.NOBODY
    for match in _PERSON.finditer(reading.plain, hit.sentence[0], hit.end):
        if match["second"] or (match["first"] == "on" and reading.english):
            continue
        ours = match["first"] and not _of_mine(match, reading, people)
        who = Speaker.SELF if ours else Speaker.OTHER
    return who


def _of_mine(match: Match, reading: Reading, people: frozenset[str]) -> bool:
    """“my sister …”, “mon chef …”: the author's, but about somebody else."""
    if match["first"] not in _MINE:
        return False
    following = _NEXT_WORD.match(reading.plain, match.end())
    if following is None:
        return False
    one = following[1].removesuffix("'s")
    second = (following[2] or "").removesuffix("'s")
    two = f"{following[1]} {second}"
    tries = (one, two, f"{match['first']} {one}", f"{match['first']} {two}")
    return one in people or any(each in reading.lexicon.relations for each in tries)


def _polarity(reading: Reading, hit: Hit, signs: Signs) -> tuple[Polarity, str]:
    text = reading.plain
    if _quoted(reading, hit) or sign(signs.signs["quoted"], reading, hit.sentence):
        return Polarity.QUOTED, "quoted"
    if word := sign(signs.signs["joked"], reading, (0, len(text))):
        return Polarity.QUOTED, f"joke: {word}"
    if hit.asks.denials is Asked.DROPPED and (word := _denied(reading, hit, signs)):
        return Polarity.NEGATED, f"denied: {word}"
    if hit.asks.questions is Asked.DROPPED and (word := _supposed(reading, hit, signs)):
        return Polarity.HYPOTHETICAL, f"not said as a fact: {word}"
    return Polarity.ASSERTED, ""


def _denied(reading: Reading, hit: Hit, signs: Signs) -> str:
    """A denial before the cue, in it (unless it is the cue itself: “never arrived”), or just after it."""
    text, denials = reading.plain, signs.signs["negated"]
    clause = _clause(text, hit.start, hit.sentence)
    low = max(clause[0], hit.start - NEAR)
    high = max(
        hit.end, min(_end_of_word(text, hit.end + AFTER), _clause(text, hit.end, hit.sentence)[1])
    )
    cue = plain(hit.cue.written)
    if not any(each.pattern.search(cue) for each in denials):
        return sign(denials, reading, (low, high))
    return sign(denials, reading, (low, hit.start)) or sign(denials, reading, (hit.end, high))


def _end_of_word(text: str, at: int) -> int:
    """The end of the word that a place lies in: a sign must not be found in half a word."""
    while at < len(text) and text[at].isalnum():
        at += 1
    return min(at, len(text))


def _supposed(reading: Reading, hit: Hit, signs: Signs) -> str:
    """A wish or condition before the cue, or a question mark at the end of its sentence."""
    text = reading.plain
    low = max(hit.sentence[0], hit.start - 2 * NEAR)
    end = text[hit.sentence[1] : hit.sentence[1] + 3]
    return sign(signs.signs["wished"], reading, (low, hit.end)) or ("?" if "?" in end else "")


def _quoted(reading: Reading, hit: Hit) -> bool:
    start = max(0, hit.sentence[0] - 1)
    if _SUNG.search(reading.text) or _SHARED.match(reading.plain):
        return True
    if REPEATED.search(reading.plain, start, hit.start):
        return True
    return any(
        each.start() < hit.start and hit.end <= each.end() and _is_speech(each, hit, reading)
        for each in QUOTED.finditer(reading.text)
    )


def _is_speech(quoted: Match, hit: Hit, reading: Reading) -> bool:
    """Quotation marks around one name quote nothing; around a sentence with a person they do."""
    if quoted.end() - quoted.start() > hit.end - hit.start + 4:
        return True
    return bool(_PERSON.search(reading.plain, quoted.start(), quoted.end()))


def _time(reading: Reading, hit: Hit, signs: Signs) -> Time:
    """When it holds, by the words of its sentence, and the day to come that they name."""
    if sign(signs.signs["past"], reading, hit.sentence):
        return Time(when=When.PAST)
    written = DATE.search(reading.text, hit.start, hit.sentence[1])
    found = day(written.group(), reading.published_on, reading.lexicon) if written else None
    if found and reading.published_on and found > reading.published_on:
        return Time(when=When.FUTURE, date=found)
    future = sign(signs.signs["future"], reading, hit.sentence)
    return Time(when=When.FUTURE if future else When.NOW)


def sign(phrases: tuple[Phrase, ...], reading: Reading, stretch: Stretch) -> str:
    """The first of the phrases that stands in the stretch of the passage."""
    for each in phrases:
        if each.may_stand(reading.keys) and each.pattern.search(reading.plain, *stretch):
            return each.written
    return ""


def _clause(text: str, at: int, within: Stretch) -> Stretch:
    start, end = around(_CLAUSE, text[: within[1]], at)
    return max(start, within[0]), min(end, within[1])
