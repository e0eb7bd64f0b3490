"""A YAML file into a dataclass, with every fault of the file named at once by its line.

Validation lives here, at the edge: the classes of `model` stay plain. Misspelt keys are refused.
"""

import dataclasses
import difflib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_type_hints

import yaml

from auditor.errors import AuditorError, PackError

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")

LARGEST = 4_000_000
"""Bytes of a YAML file that is read: the largest of ours is under 100 kB."""


def _compose(text: str) -> tuple[Any, yaml.Node | None]:
    """The data and its nodes; a key given twice and an alias (bombs need them) are refused."""
    loader = yaml.CSafeLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None, None
        _refuse_repeats(node)
        return _keyed(loader.construct_document(node)), node
    finally:
        loader.dispose()


class _RepeatError(yaml.MarkedYAMLError):
    """What YAML allows and is refused here; its text is ours and quotes nothing."""


def _refuse_repeats(root: yaml.Node) -> None:
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            raise _RepeatError(problem="an alias", problem_mark=node.start_mark)
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            keys = [str(key.value) for key, _ in node.value]
            if len(keys) != len(set(keys)):
                raise _RepeatError(problem="a key given twice", problem_mark=node.start_mark)
            waiting.extend(value for _, value in node.value)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault of a file: where, what, how to mend."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        """``file:line: what``, on one line."""
        return f"{self.file}:{self.line}: {self.what}"


def plain(path: Path, error: type[AuditorError] = PackError) -> tuple[Any, yaml.Node | None]:
    """The file's content as plain data, and its node tree for line numbers.

    Raises:
        AuditorError: of the given class: missing, too large, not UTF-8 or not YAML.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise error("%(file)s is too large to be read; split it", file=path.name)
        text = path.read_text(encoding="utf-8-sig")
        return _compose(text)
    except OSError as failure:
        raise error(
            "%(file)s cannot be read (%(type)s); check the path and its permissions",
            file=path.name,
            type=type(failure).__name__,
        ) from failure
    except UnicodeDecodeError as failure:
        raise error("%(file)s is not UTF-8 text; save it as UTF-8", file=path.name) from failure
    except (yaml.YAMLError, RecursionError, ValueError) as failure:
        mark = getattr(failure, "problem_mark", None)
        raise error(
            "%(file)s:%(line)s: not valid YAML (%(type)s); check quotes, colons and indentation",
            file=path.name,
            line=mark.line + 1 if mark else 1,
            # The text of any other error quotes the file.
            type=failure.problem if isinstance(failure, _RepeatError) else type(failure).__name__,
        ) from failure


def load(path: Path, cls: type[T], error: type[AuditorError] = PackError) -> T:
    """The file as an instance of `cls`.

    Raises:
        AuditorError: of the given class, with every fault of the file, one a line.
    """
    data, node = plain(path, error)
    value, faults = check(data, cls, file=path.name, node=node)
    if value is None:
        raise error("%(faults)s", faults="\n".join(map(str, faults)))
    return value


def check(
    data: object, cls: type[T], *, file: str, node: yaml.Node | None = None
) -> tuple[T | None, list[Fault]]:
    """The data as an instance of `cls`, or all its faults."""
    from pydantic import ValidationError  # a reader of plain tables does without

    try:
        return cast("T", adapter(cast("Any", cls)).validate_python(data)), []
    except ValidationError as failure:
        return None, list(_faults(failure, cls, file, node))
    except RecursionError:
        return None, [Fault(file=file, line=1, what="nested too deep; flatten it")]


@cache
def adapter(cls: Any) -> "TypeAdapter[Any]":
    """The validator of a class, its nested classes included; keys it does not know are refused."""
    from pydantic import ConfigDict, TypeAdapter

    for each in _dataclasses(cls):
        each.__pydantic_config__ = ConfigDict(extra="forbid")
    return TypeAdapter(cls)


def _dataclasses(cls: object, seen: set[object] | None = None) -> Iterator[Any]:
    seen = set() if seen is None else seen
    if dataclasses.is_dataclass(cls) and cls not in seen:
        seen.add(cls)
        yield cls
        for hint in get_type_hints(cls).values():
            yield from _dataclasses(hint, seen)
    for argument in get_args(cls):
        yield from _dataclasses(argument, seen)


def _faults(
    failure: "ValidationError", cls: type[object], file: str, node: yaml.Node | None
) -> Iterator[Fault]:
    known = {field.name for one in _dataclasses(cls) for field in dataclasses.fields(one)}
    for each in failure.errors(include_input=False, include_url=False):
        place = [part for part in each["loc"] if not str(part).startswith("function-")]
        yield Fault(file=file, line=line_of(node, place), what=_what(each, place, known))


def _what(each: Any, place: list[Any], known: set[str]) -> str:
    # A key that is no field of ours may be anything, a name too: the line tells which one it is.
    ours = [str(part) for part in place if isinstance(part, int) or part in known]
    where = ".".join(ours) or "the file"
    if each["type"] in {"extra_forbidden", "unexpected_keyword_argument"}:
        key = str(each["loc"][-1])
        near = difflib.get_close_matches(key, known, n=1)
        if near:  # a misspelling of ours
            return f"{'.'.join([*ours, key])}: unknown key; did you mean {near[0]}?"
        return f"{where}: unknown key; remove it"
    if each["type"] in {"missing", "missing_argument", "missing_keyword_only_argument"}:
        return f"{where}: missing; add it"
    return f"{where}: {each['msg'][:1].lower()}{each['msg'][1:]}"


def _keyed(data: Any) -> Any:
    """The data with its keys ``on``, which YAML 1.1 reads as *true*."""
    if isinstance(data, dict):
        return {"on" if key is True else key: _keyed(each) for key, each in data.items()}
    return [_keyed(each) for each in data] if isinstance(data, list) else data


def line_of(node: yaml.Node | None, place: Iterable[str | int]) -> int:
    """The line of the deepest node on the way to the place."""
    line = node.start_mark.line + 1 if node is not None else 1
    for part in place:
        child = _child(node, part)
        if child is None:
            break
        line, node = child
    return line


def _child(node: yaml.Node | None, part: object) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if str(key.value) == str(part):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        child = node.value[part]
        return child.start_mark.line + 1, child
    return None


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated table with a header; lines that start with # are comments.

    Raises:
        PackError: the table is missing or a row has another number of cells than the header.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as failure:
        raise PackError(
            "%(file)s cannot be read (%(type)s); install the program again",
            file=path.name,
            type=type(failure).__name__,
        ) from failure
    lines = [line for line in lines if line[:1] not in ("", "#")]
    header = lines[0].split("\t")
    rows = [dict(zip(header, line.split("\t"), strict=False)) for line in lines[1:]]
    if any(len(row) != len(header) for row in rows):
        raise PackError("%(file)s: a row is shorter than its header", file=path.name)
    return rows
