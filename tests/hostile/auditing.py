"""A row on the whole road: `auditor audit` of a case that holds the input and a page that is well."""

import json
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.hostile.measure import MEGABYTES, SECONDS, Measured, cased, ran, songs
from tests.hostile.rows import Row, page, row
from tests.hostile.texts import GOOD


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """What came of the audit."""

    result: dict[str, Any]
    measured: Measured
    canary: tuple[str, ...]


def audited(tried: Row, folder: Path) -> Audited:
    """Audit the two in a process of its own, in a folder that is empty before."""
    with ExitStack() as stack:
        case = cased(tried, folder, stack, good=GOOD)
        command = [
            sys.executable,
            "-m",
            "auditor",
            "audit",
            str(case),
            "--format",
            "json",
            "--to",
            "-",
        ]
        measured = ran(command, folder)
    data = (folder / "out").read_bytes()
    result = json.loads(data) if data else {}
    told = [f"{each['reason']} {each['mend']}" for each in result.get("failures", ())]
    return Audited(result=result, measured=measured, canary=tuple(songs(folder, told)))


def alone(folder: Path) -> Audited:
    """An audit of the page that is well beside one that says nothing: what every audit costs here and now."""
    return audited(row("a page that says nothing", "a.html", page("<p>Rien.</p>")), folder)


def faults_of(audit: Audited, usual: Audited) -> list[str]:
    """Everything in which an audit is not as it must be: the page that is well is read, the other named.

    The time counted is what the input adds to the `usual` audit, measured in the same run: a slow
    machine makes both slow.
    """
    took, result = audit.measured, audit.result
    found = [f"the canary sang in {each}" for each in audit.canary]
    if took.code not in {0, 1}:
        return [*found, f"ended with {took.code}"]
    sources = {each["id"]: each["status"] for each in result["sources"]}
    failed = {each["source"] for each in result["failures"]}
    if sources["good"] != "read":
        found.append("the page beside it was not read")
    if sources["bad"] != "read" and "bad" not in failed:
        found.append("neither read nor refused")
    if not any(each["kind"] == "home_commune" for each in result["facts"]):
        found.append("nothing was made of the page beside it")
    added = took.cpu - usual.measured.cpu
    if added > SECONDS:
        found.append(f"{added:.1f} s of the processor")
    if took.memory > MEGABYTES:
        found.append(f"{took.memory:.0f} MB")
    return found
