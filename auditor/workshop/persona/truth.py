"""`truth.yml`: what is so in a made case (formats §6), written for the tests and the game."""

from collections.abc import Iterator, Sequence
from typing import Any

from auditor.workshop.persona.clues import Source
from auditor.workshop.persona.grammar import fill
from auditor.workshop.persona.lookalikes import Decoy
from auditor.workshop.persona.pen import Pen
from auditor.workshop.persona.person import Person
from auditor.workshop.persona.reading import SEEN_FROM, Join, Reason, Seen, groups, read, seen

_PATTERNS = (
    ("link", "JP-03"),
    ("handle", "JP-01"),
    ("near_handle", "JP-01"),
    ("phone", "JP-09"),
    ("company", "JP-05"),
    ("street", "JP-06"),
    ("object", "JP-09"),
    ("employer", "JP-10"),
    ("surname", "JP-10"),
    ("full_name", "JP-08"),
    ("group", "JP-08"),
)
"""The pattern that a join is an example of, by the strongest thing it rests on; JP-02 is what remains."""
_FACTS = {
    "full_name": "full_name",
    "first_name": "first_name",
    "handle": "username",
    "town": "home_commune",
    "employer": "employer",
    "job": "job_title",
    "phone": "phone_mobile",
    "group": "group_membership",
}
_TELLS = {
    "namesake": frozenset(("town", "job", "age", "employer")),
    "twin": frozenset(("job", "age", "employer")),
    "neighbour": frozenset(("job", "age", "employer")),
    "pupils": frozenset(("age",)),
}
"""What must be told of the subject before somebody of the same name can be refused."""
_OTHERS = ("friend1", "friend2")


def truth(
    pen: Pen, sources: Sequence[Source], decoys: Sequence[Decoy], near: Person | None
) -> dict[str, Any]:
    """The whole of it, in the order of formats §6."""
    every = [*sources, *(each.source for each in decoys)]
    return {
        "subject": _subject(pen),
        "sources": [
            {"id": each.id, "owner": each.whose, "visibility": str(each.seen_by)} for each in every
        ],
        "joins": [*_joins(pen, every), *_inferred(pen, every), *_absent(pen, every)],
        "must_not_join": list(_apart(pen, sources, decoys, near)),
        "facts": list(_facts(sources)),
        "decoys": [
            *({"record": each.record, "why": each.why} for each in decoys),
            *_within(pen, sources, near),
        ],
    }


def _subject(pen: Pen) -> dict[str, str]:
    one = pen.cast.subject
    return {
        "name": one.name,
        "born": one.born.isoformat(),
        "town": one.town,
        "employer": one.employer,
        "job": one.job,
        "group": pen.cast.group,
        "handle": pen.cast.handles.main,
    }


def _joins(pen: Pen, sources: Sequence[Source]) -> Iterator[dict[str, Any]]:
    for who in ("subject", *_OTHERS):
        records = seen(sources, who)
        for each in read(records) if records else ():
            yield _written(pen, each, "subject" if who == "subject" else "other")


def _written(pen: Pen, join: Join, of: str) -> dict[str, Any]:
    kinds = {each.kind for each in join.reasons}
    pattern = next((name for kind, name in _PATTERNS if kind in kinds), "JP-02")
    if {join.left, join.right} == {"p1#owner", "p1-feed#owner"}:
        pattern = "own-feed"
    why = reasons(pen, join.reasons)
    return {
        "pattern": pattern,
        "kind": "same" if join.same else "unresolved",
        "left": join.left,
        "right": join.right,
        "seen_from": join.seen_from,
        "of": of,
        "why": why if join.same else _thin(pen, why),
    }


def reasons(pen: Pen, shared: Sequence[Reason]) -> str:
    """What two records share, said with the words of the pages."""
    strong = sorted(shared, key=lambda each: -each.worth)
    return ", ".join(fill(pen.words.clues[each.kind], False, {"v": each.value}) for each in strong)


def _thin(pen: Pen, why: str) -> str:
    verdicts = pen.words.verdicts
    return fill(verdicts["thin"], False, {"v": why}) if why else verdicts["nothing"]


def _inferred(pen: Pen, sources: Sequence[Source]) -> Iterator[dict[str, Any]]:
    """Dated wishes and a stated age give a date of birth, where one page tells both."""
    for source in sources:
        for shown in source.shown:
            if shown.who == "subject" and {"birthday", "age"} <= {
                each.kind for each in shown.clues
            }:
                yield {
                    "pattern": "JP-07",
                    "kind": "inference",
                    "from": [f"{source.id}#{shown.name}"],
                    "gives": f"birth_date {pen.cast.subject.born.isoformat()}",
                    "seen_from": SEEN_FROM[source.seen_by],
                    "of": "subject",
                    "why": pen.words.verdicts["birth"],
                }


def _absent(pen: Pen, sources: Sequence[Source]) -> Iterator[dict[str, Any]]:
    for each in sources:
        if each.absent:
            why = fill(pen.words.verdicts["absent"], False, {"v": pen.cast.subject.born.year})
            yield {
                "pattern": "JP-13",
                "kind": "absent",
                "source": each.id,
                "considered": each.absent,
                "seen_from": "anyone",
                "of": "subject",
                "why": why,
            }


def _apart(
    pen: Pen, sources: Sequence[Source], decoys: Sequence[Decoy], near: Person | None
) -> Iterator[dict[str, str]]:
    """Each decoy from the records of the subject that tell enough to refuse it; friends and groups from the first."""
    mine = seen(sources, "subject")
    laid = groups(mine)
    for decoy in decoys:
        yield from _refused(laid, decoy.record, decoy.why, _TELLS.get(decoy.who.id))
    for each in _within(pen, sources, near):
        needs = _TELLS["pupils"] if each["record"].startswith("p5#") else None
        yield from _refused(laid, each["record"], each["why"], needs)
    verdicts = pen.words.verdicts
    for who in (*_OTHERS, "member2", "group"):
        why = verdicts["channel" if who == "group" else "friend"]
        yield from (
            {"left": mine[0].record, "right": each.record, "why": why}
            for each in seen(sources, who)
        )


def _refused(
    laid: Sequence[list[Seen]], decoy: str, why: str, needs: frozenset[str] | None
) -> Iterator[dict[str, str]]:
    """Where what lies together tells none of the kinds that set the decoy apart, a reader could not refuse it."""
    for group in laid:
        told = {clue.kind for each in group for clue in each.clues}
        if needs is None or needs & told:
            yield from ({"left": each.record, "right": decoy, "why": why} for each in group)


def _within(pen: Pen, sources: Sequence[Source], near: Person | None) -> list[dict[str, str]]:
    """Decoys that stand on a page of the subject's own story."""
    why = pen.words.verdicts["colleague"]
    found = seen(sources, "colleague") if near else []
    return [{"record": each.record, "why": why} for each in found] + _pupils(pen, sources)


def _pupils(pen: Pen, sources: Sequence[Source]) -> list[dict[str, str]]:
    why = fill(pen.words.verdicts["absent"], False, {"v": pen.cast.subject.born.year})
    return [{"record": each.record, "why": why} for each in seen(sources, "pupils")]


def _facts(sources: Sequence[Source]) -> Iterator[dict[str, str]]:
    for source in sources:
        told = [
            (_FACTS[clue.kind], clue.value)
            for shown in source.shown
            if shown.who == "subject"
            for clue in shown.clues
            if clue.kind in _FACTS
        ]
        for kind, value in dict.fromkeys([*told, *source.facts]):
            about = {
                "partner": "partner",
                "relative": "family",
                "third_party_mention": "other",
            }.get(kind, "subject")
            yield {
                "kind": kind,
                "value": value,
                "source": source.id,
                "about": about,
                "visibility": str(source.seen_by),
            }
