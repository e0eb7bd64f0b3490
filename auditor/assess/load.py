"""Rule packs: every file of every pack folder, or every fault of them at once; and their schema."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from auditor.assess.kinds import kinds
from auditor.assess.review import AUDIENCES, CODE, LANGUAGES, STATUSES, review
from auditor.assess.scale import SEVERITIES
from auditor.errors import PackError
from auditor.model.rule import DIALS, Kind, Rule
from auditor.resources.read import Fault, adapter, check, line_of, plain

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NOT_PACKS = frozenset({"advice", "exports", "networks", "screening"})
"""Folders of `rules/` whose files are no rules about facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A rule file as far as it could be read."""

    rule: Rule | None
    faults: tuple[str, ...]
    file: str
    node: yaml.Node | None = None


def load(
    folder: Path, known: Mapping[str, Kind] | None = None, *, beside: Iterable[Path] = ()
) -> tuple[Rule, ...]:
    """The rules of all packs of a folder, by code; `known` are the kinds, else its `facts.yml`.

    `beside`: further folders of packs, read with the same kinds; no id or code stands in two of them.

    Raises:
        PackError: with every fault of every file, each ``file:line: what; mend``.
    """
    vocabulary = kinds(folder) if known is None else known
    files = [path for each in (folder, *beside) for path in rule_files(each)]
    read = [_read(path, vocabulary) for path in files]
    faults = [fault for each in read for fault in each.faults]
    faults.extend(_repeats(read))
    if faults:
        raise PackError("%(faults)s", faults="\n".join(faults))
    return tuple(sorted((each.rule for each in read if each.rule), key=lambda rule: rule.code))


def load_rule(path: Path, known: Mapping[str, Kind] | None = None) -> Rule:
    """The rule of one file; `known` are the kinds, else those of the folder above its pack.

    Raises:
        PackError: with every fault of the file.
    """
    read = _read(path, kinds(path.parents[1]) if known is None else known)
    if read.rule is None or read.faults:
        raise PackError("%(faults)s", faults="\n".join(read.faults))
    return read.rule


def own(case: Path | None) -> tuple[Path, ...]:
    """Where a case keeps packs of its own, beside its sources: `rules/<pack>/<name>.yml`."""
    return (case / "rules",) if case is not None else ()


def rule_files(folder: Path) -> tuple[Path, ...]:
    """The rule files of all packs, in order."""
    return tuple(
        path for path in sorted(folder.glob("*/*.yml")) if path.parent.name not in NOT_PACKS
    )


def schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of `rules/<pack>/<name>.yml`, for editors that complete and check."""
    made = adapter(Rule).json_schema()
    properties = made["properties"]
    properties["code"]["pattern"] = CODE
    properties["severity"] |= {"minimum": min(SEVERITIES), "maximum": max(SEVERITIES)}
    properties["status"]["enum"] = list(STATUSES)
    properties["audience"]["items"]["enum"] = list(AUDIENCES)
    properties["dial"]["enum"] = [*DIALS.values()]
    del properties["dial"]["default"]
    for name in ("title", "description", "advice"):
        properties[name]["required"] = list(LANGUAGES)
    for name in ("audience", "references"):
        properties[name]["minItems"] = 1
    return {"$schema": DIALECT, **made, "title": "A rule of Auditor"}


def _read(path: Path, vocabulary: Mapping[str, Kind]) -> _Read:
    file = f"{path.parent.name}/{path.name}"
    try:
        data, node = plain(path)
    except PackError as failure:
        return _Read(rule=None, faults=(f"{path.parent.name}/{failure}",), file=file)
    rule, faults = check(data, Rule, file=file, node=node)
    if rule is not None:
        flaws = review(rule, path_id=f"{path.parent.name}.{path.stem}", kinds=vocabulary)
        faults = [
            Fault(file=file, line=line_of(node, each.place), what=each.what) for each in flaws
        ]
    return _Read(rule=rule, faults=tuple(map(str, faults)), file=file, node=node)


def _repeats(read: Iterable[_Read]) -> Iterator[str]:
    """Ids and codes that an earlier file has already taken."""
    taken: dict[str, _Read] = {}
    for each in read:
        if each.rule is None:
            continue
        for name, value in (("id", each.rule.id), ("code", each.rule.code)):
            first = taken.setdefault(value, each)
            if first is not each:
                what = f"{name}: {value} is taken by {first.file}; choose another"
                yield str(Fault(file=each.file, line=line_of(each.node, (name,)), what=what))
