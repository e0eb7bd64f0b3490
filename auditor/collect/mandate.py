"""The mandate: a file that the subject writes, refused with every fault it has."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from auditor.collect.draft import draft
from auditor.collect.flaws import FILE, Flaw, flaws
from auditor.collect.net.address import parts
from auditor.collect.net.answer import FetchRefusedError
from auditor.errors import MandateError
from auditor.model.mandate import Mandate
from auditor.model.text import say
from auditor.resources.read import Fault, check, line_of, plain

__all__ = ["draft", "load", "stated"]

VERSION = 1
"""Of the form of the file: its key ``auditor``."""


def load(case: Path, today: date) -> Mandate:
    """The mandate of a case, in force on the day.

    Raises:
        MandateError: no case, no mandate, faults in it, or a day outside its dates.
    """
    mandate = stated(case)
    _refuse_other_days(mandate, today)
    return mandate


def stated(case: Path) -> Mandate:
    """The mandate of a case, whether or not it is in force.

    Raises:
        MandateError: no case, no mandate, or faults in it.
    """
    data, node = _written(case)
    mandate, faults = check(_reshaped(data), Mandate, file=FILE, node=node)
    found = [*_version(data), *(flaws(mandate, case) if mandate is not None else ())]
    if mandate is None or found:
        raise _refused(faults, found, node)
    return mandate


def _written(case: Path) -> tuple[dict[str, Any], yaml.Node | None]:
    """The file's data and its nodes."""
    name = case.absolute().name
    if not case.is_dir():
        raise MandateError("%(case)s is no folder; give the folder of a case", case=name)
    path = case / FILE
    if not path.exists():
        raise MandateError(
            "%(case)s has no mandate.yml; write one with `auditor mandate new`", case=name
        )
    data, node = plain(path, MandateError)
    if not isinstance(data, dict):
        raise MandateError(
            "%(file)s:1: this is no mandate; write one with `auditor mandate new`", file=FILE
        )
    return {str(key): value for key, value in data.items()}, node


def _refuse_other_days(mandate: Mandate, today: date) -> None:
    if today > mandate.expires_on:
        raise MandateError(
            "the mandate ended on %(end)s and today is %(today)s; "
            "ask the subject again, then renew expires_on",
            end=mandate.expires_on,
            today=today,
        )
    if not mandate.holds_on(today):
        raise MandateError(
            "the mandate begins on %(start)s and today is %(today)s; "
            "wait until then, or ask the subject again and correct signed_on",
            start=mandate.signed_on,
            today=today,
        )


def _reshaped(written: Mapping[str, Any]) -> dict[str, Any]:
    """The written form in the shape of the model; what has no shape is left to the check."""
    data = {key: value for key, value in written.items() if key != "auditor" and value is not None}
    sources = data.get("sources")
    if isinstance(sources, list):
        data["sources"] = [_source(each) if isinstance(each, dict) else each for each in sources]
    return data


def _source(written: Mapping[Any, Any]) -> dict[Any, Any]:
    data = {key: value for key, value in written.items() if value is not None}
    data.setdefault("id", _name(data))
    seen_by = data.get("seen_by")
    if isinstance(seen_by, str):
        data["seen_by"] = {"default": seen_by}
    elif isinstance(seen_by, dict):
        fields = {key: value for key, value in seen_by.items() if key != "default"}
        data["seen_by"] = {"default": seen_by.get("default"), "fields": fields}
    return data


def _name(source: Mapping[Any, Any]) -> str:
    """The file's stem, or the host of an address."""
    path, url = source.get("path"), source.get("url")
    if isinstance(path, str):
        return PurePosixPath(path).stem
    try:
        return parts(str(url)).hostname or "-"
    except FetchRefusedError:
        return "-"


def _version(data: Mapping[str, Any]) -> Sequence[Flaw]:
    version = data.get("auditor")
    if version == VERSION and not isinstance(version, bool):
        return ()
    what = say("write auditor: 1, the version of this form")
    return (Flaw(place=("auditor",), what=what),)


def _refused(
    faults: Sequence[Fault], found: Sequence[Flaw], node: yaml.Node | None
) -> MandateError:
    """Every fault, in the order of the file's lines; flaws can be said in any language."""
    lines = [(each.line, each.what.replace(".seen_by.fields", ".seen_by")) for each in faults]
    lines += [(line_of(node, each.place), each.what.id) for each in found]
    reasons = []
    details: dict[str, object] = {"file": FILE}
    for at, (line, what) in enumerate(sorted(lines)):
        reasons.append(f"%(file)s:%(line{at})s: %(what{at})s")
        details |= {f"line{at}": line, f"what{at}": what}
    return MandateError("\n".join(reasons), **details)
