"""What a sweep found: a line for each account, a summary of the rest, and JSON for programs."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from auditor.model.network import Network
from auditor.model.sighting import Sighting, Verdict
from auditor.model.text import say
from auditor.report.inert import visible
from auditor.report.words import Words

_NAMED = 6
"""Sites named beside a reason; the rest is counted."""
_MARKS = {Verdict.FOUND: "[+]", Verdict.MISSING: "[-]", Verdict.UNKNOWN: "[?]"}

Card = Callable[[str], Network | None]
"""An address → the card of its network, where one is known."""


def line(sighting: Sighting, words: Words) -> str:
    """``[+] site: address`` of an account, ``[?]`` of what could not be checked, and why or how far."""
    note = f" ({words(sighting.reason)})" if sighting.reason is not None else ""
    mark = _MARKS[sighting.verdict]
    return f"{mark} {visible(sighting.site)}: {visible(sighting.url)}{note}"


def text(sightings: Sequence[Sighting], words: Words, card: Card) -> bytes:
    """The result for people: every account, every address to open oneself, and the summary."""
    shown = [
        line(each, words)
        for verdict in (Verdict.FOUND, Verdict.UNKNOWN)
        for each in sightings
        if each.verdict is verdict
    ]
    return "\n".join([*shown, "", summary(sightings, words, card)]).encode()


def result(sightings: Iterable[Sighting], words: Words) -> bytes:
    """The result for programs: ``{"results": [{site, url, verdict, reason}]}``."""
    rows = [
        {
            "site": each.site,
            "url": each.url,
            "verdict": each.verdict.value,
            "reason": words(each.reason) if each.reason is not None else None,
        }
        for each in sightings
    ]
    return json.dumps({"results": rows}, ensure_ascii=False, indent=1).encode() + b"\n"


def summary(sightings: Sequence[Sighting], words: Words, card: Card) -> str:
    """How many were found and not found, what could not be checked and why, and what to do now."""
    by_verdict = {
        verdict: [each for each in sightings if each.verdict is verdict] for verdict in Verdict
    }
    counts = say(
        "Found: %(found)s. Not found: %(missing)s. Could not be checked: %(unknown)s.",
        **{verdict.value: len(found) for verdict, found in by_verdict.items()},
    )
    parts = [words(counts), *_unchecked(by_verdict[Verdict.UNKNOWN], words)]
    if by_verdict[Verdict.FOUND]:
        parts += ["", *_next_steps(by_verdict[Verdict.FOUND], words, card)]
    return "\n".join(parts) + "\n"


def _unchecked(unknown: Sequence[Sighting], words: Words) -> Iterator[str]:
    """The reasons, the most frequent first, each with its sites."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for each in unknown:
        groups[words(each.reason) if each.reason else ""].append(visible(each.site))
    for reason, sites in sorted(groups.items(), key=lambda group: -len(group[1])):
        more = f" +{len(sites) - _NAMED}" if len(sites) > _NAMED else ""
        named = ", ".join(sites[:_NAMED]) + more
        told = words(say("%(name)s: %(value)s", name=reason, value=named))
        yield f"  {len(sites):4} · {told}"


def _next_steps(found: Iterable[Sighting], words: Words, card: Card) -> Iterator[str]:
    yield words(
        say(
            "Open each address: the same handle may be another person's. An account that is yours "
            "goes into the mandate, under accounts:, so that the audit counts it:"
        )
    )
    for each in found:
        network = card(each.url)
        name = network.id if network is not None else _id(each.site)
        yield f'  - {{id: "{name}:{visible(each.handle)}", url: "{visible(each.url)}"}}'
        if network is not None and network.delete is not None:
            from auditor.report.card import EFFORTS  # what a card says is asked for hits only

            where = f" · {visible(network.delete.url)}" if network.delete.url else ""
            yield f"    {words(EFFORTS[network.delete.effort])}{where}"


def _id(site: str) -> str:
    """A name for a network without a card, as an account's id wants it."""
    return "".join(each if each.isalnum() else "-" for each in visible(site).casefold()) or "-"
