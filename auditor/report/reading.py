"""The facts of one text or file as a person reads them in a terminal, or as JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from auditor.model.extraction import Extraction
from auditor.model.fact import About, Fact, Polarity, When
from auditor.model.failure import Failure
from auditor.model.rule import Kind
from auditor.model.text import Text, say
from auditor.report.inert import shorten, visible
from auditor.report.words import Words

QUOTE = 90
"""Characters of a quote on one line."""

ABOUT = {
    About.CHILD: say("about a child"),
    About.PARTNER: say("about a partner"),
    About.FAMILY: say("about a relative"),
    About.OTHER: say("about somebody else"),
    About.UNKNOWN: say("not said about whom"),
}
POLARITIES = {
    Polarity.NEGATED: say("denied"),
    Polarity.HYPOTHETICAL: say("wished, asked or supposed"),
    Polarity.QUOTED: say("quoted, sung or joked"),
}
_UNREAD = say("could not be read")
TIMES = {When.PAST: say("in the past"), When.FUTURE: say("to come")}


def sheet(
    read: Extraction,
    failures: Iterable[Failure],
    kinds: Mapping[str, Kind],
    reads: Mapping[str, Mapping[str, str]],
    words: Words,
    *,
    explain: bool,
) -> str:
    """Every fact on a line, its quote on the next; with `explain` how each was found.

    `reads` holds what each recognizer answers, per language, by its name.
    """
    lines = [line for fact in read.facts for line in _fact(fact, kinds, reads, words, explain)]
    lines += [_failed(each, words) for each in failures]
    lines.append(
        words(
            say(
                "%(facts)s facts of %(records)s persons",
                facts=len(read.facts),
                records=len(read.records),
            )
        )
    )
    return "".join(f"{visible(line)}\n" for line in lines)


def as_json(read: Extraction, failures: Iterable[Failure], words: Words) -> str:
    """The same for programs; the fields are those of an audit's result."""
    data = {
        "records": [asdict(each) for each in read.records],
        "facts": [asdict(each) for each in read.facts],
        "failures": [_failed(each, words) for each in failures],
    }
    return json.dumps(data, indent=2, ensure_ascii=False, default=str)


def _fact(
    fact: Fact,
    kinds: Mapping[str, Kind],
    reads: Mapping[str, Mapping[str, str]],
    words: Words,
    explain: bool,
) -> Iterator[str]:
    kind = words.of(kinds[fact.kind].name, fact.kind)
    said = ", ".join(words(each) for each in _said(fact))
    yield f"{kind}: {shorten(fact.value, '…', QUOTE)}  ({fact.confidence:.2f}{', ' + said if said else ''})"
    quote = shorten(fact.quote.replace("\n", " "), "…", QUOTE)
    yield f"    {words.quoted(quote)}"
    if explain:
        answer = words.of(reads.get(fact.recognizer, {}), fact.recognizer)
        yield f"    {fact.recognizer}: {answer}"
        yield from (f"      {reason}" for reason in fact.why)


def _said(fact: Fact) -> Iterator[Text]:
    """How it is said, where it is not plainly asserted of the subject, now."""
    for found in (ABOUT.get(fact.about), POLARITIES.get(fact.polarity), TIMES.get(fact.time.when)):
        if found is not None:
            yield found


def _failed(failure: Failure, words: Words) -> str:
    return f"{words(_UNREAD)}: {words(failure.reason)}; {words(failure.mend)}"
