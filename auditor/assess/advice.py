"""Advice beside the findings: read from `rules/advice/`, given where its condition holds."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from auditor.assess.review import LANGUAGES
from auditor.errors import PackError
from auditor.model.advice import Advice, Case, When
from auditor.model.fact import About, Fact, Polarity
from auditor.model.mandate import Declared
from auditor.model.rule import Kind
from auditor.model.viewer import Viewer
from auditor.resources.read import Fault, check, plain

FOLDER = "advice"
MARKS = frozenset(each.name for each in fields(Declared) if each.type is bool)
"""What the `declared` block of a mandate can set with a plain yes."""
_CODE = re.compile(r"[A-Z]-[0-9]{2,}")


def load(folder: Path, kinds: Mapping[str, Kind]) -> tuple[Advice, ...]:
    """Every piece of advice of `rules/`, by code; `kinds` are those of its `facts.yml`.

    Raises:
        PackError: with every fault of every file, each ``file:line: what; mend``.
    """
    read = [_read(path, kinds) for path in sorted((folder / FOLDER).glob("*.yml"))]
    faults = [fault for _, found in read for fault in found]
    if faults:
        raise PackError("%(faults)s", faults="\n".join(map(str, faults)))
    return tuple(sorted((each for each, _ in read if each), key=lambda each: each.code))


def given(
    known: Iterable[Advice],
    declared: Declared,
    seen: Callable[[Viewer], Iterable[Fact] | None],
    floor: float,
) -> tuple[Advice, ...]:
    """The advice whose condition holds.

    `seen` tells what a viewer sees of the subject, or None for a viewer nobody asked for: of what was not
    looked at nothing can be said.
    """
    marks = marked(declared)
    held: list[Advice] = []
    for each in known:
        facts = seen(each.when.viewer) if marks >= set(each.when.declared) else None
        if facts is not None and holds(each.when, marks, kinds_of(facts, floor)):
            held.append(each)
    return tuple(held)


def holds(when: When, marks: frozenset[str], seen: frozenset[str]) -> bool:
    """Does a condition hold, for what is declared and for the kinds that the viewer sees?"""
    there = marks.issuperset(when.declared) and seen.issuperset(when.seen)
    return there and seen.isdisjoint(when.unseen)


def marked(declared: Declared) -> frozenset[str]:
    """What the subject set in the mandate with a plain yes."""
    return frozenset(mark for mark in MARKS if getattr(declared, mark))


def kinds_of(facts: Iterable[Fact], floor: float) -> frozenset[str]:
    """The kinds that facts show, surely enough, of the person they speak of."""
    return frozenset(
        fact.kind
        for fact in facts
        if fact.polarity is Polarity.ASSERTED
        and fact.confidence >= floor
        and fact.about is About.SUBJECT
    )


def _read(path: Path, kinds: Mapping[str, Kind]) -> tuple[Advice | None, list[Fault]]:
    file = f"{FOLDER}/{path.name}"
    try:
        data, node = plain(path)
    except PackError as failure:
        return None, [Fault(file=file, line=1, what=str(failure))]
    found, faults = check(data, Advice, file=file, node=node)
    if found is not None:
        flaws = _flaws(found, f"{FOLDER}.{path.stem}", kinds)
        faults = [Fault(file=file, line=1, what=each) for each in flaws]
    return found, faults


def _flaws(advice: Advice, path_id: str, kinds: Mapping[str, Kind]) -> Iterator[str]:
    """What can still be wrong with advice whose shape is right."""
    if advice.id != path_id:
        yield f"id: not the path of the file; write {path_id}"
    if not _CODE.fullmatch(advice.code):
        yield "code: not a letter, a hyphen and two digits; write as E-13"
    for language in LANGUAGES:
        texts = (advice.title.get(language, ""), advice.why.get(language, ""))
        if not all(each.strip() for each in (*texts, *(advice.steps.get(language) or ("",)))):
            yield f"title, why, steps: one has no text in {language}; write it"
    if not advice.references:
        yield "references: none; name what it rests on"
    if not (advice.when.declared or advice.when.seen):
        yield "when: holds for everybody; name what is declared or seen"
    yield from _unknown((*_cases(advice), advice.when), kinds)
    yield from _untested(advice)


def _cases(advice: Advice) -> tuple[Case, ...]:
    return (*advice.examples.given, *advice.examples.silent)


def _unknown(conditions: Iterable[When | Case], kinds: Mapping[str, Kind]) -> Iterator[str]:
    """Marks and kinds that nothing can ever set or show."""
    for each in conditions:
        yield from (
            f"declared: no such mark: {one}; see the mandate"
            for one in sorted(set(each.declared) - MARKS)
        )
        named = {*each.seen, *(each.unseen if isinstance(each, When) else ())}
        yield from (
            f"unknown kind {one}; see rules/facts.yml" for one in sorted(named - set(kinds))
        )


def _untested(advice: Advice) -> Iterator[str]:
    """Examples that are lacking, or do not come out as they say."""
    for name, cases in (("given", advice.examples.given), ("silent", advice.examples.silent)):
        if not cases:
            yield f"examples.{name}: none; add one that tests it"
        for at, case in enumerate(cases):
            held = holds(advice.when, frozenset(case.declared), frozenset(case.seen))
            if held is not (name == "given"):
                yield f"examples.{name}.{at}: comes out otherwise; mend the example or the condition"
