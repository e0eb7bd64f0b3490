"""The lines that a sweep leaves behind, and what they are worth to the next one."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from auditor.collect.sweep.fill import address
from auditor.collect.sweep.site import Site
from auditor.model.sighting import Sighting, Verdict
from auditor.model.text import Text


def stamp(handles: Sequence[str], print_: str, day: date) -> str:
    """What a sweep is: the handles, the list and the day; another one starts anew."""
    return hashlib.sha256("\0".join([*handles, print_, str(day)]).encode()).hexdigest()


def line(sighting: Sighting, handles: Sequence[str]) -> str:
    """A sighting on one line, with the place of the handle rather than the handle."""
    reason = sighting.reason
    told = None if reason is None else [reason.id, dict(reason.details)]
    where = handles.index(sighting.handle)
    return json.dumps([where, sighting.site, sighting.verdict.value, told])


def taken_up(lines: Iterable[str], sites: Iterable[Site], handles: Sequence[str]) -> list[Sighting]:
    """The sightings of the lines, each site and handle once; a line that is none of ours tells nothing."""
    known = {each.name: each for each in sites}
    found = {(each.handle, each.site): each for each in _read(lines, known, handles)}
    return list(found.values())


def _read(
    lines: Iterable[str], known: dict[str, Site], handles: Sequence[str]
) -> Iterator[Sighting]:
    for each in lines:
        try:
            where, name, verdict, told = json.loads(each)
            yield Sighting(
                site=name,
                handle=handles[where],
                url=address(known[name], handles[where]),
                verdict=Verdict(verdict),
                reason=None if told is None else Text(str(told[0]), tuple(told[1].items())),
            )
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            continue
