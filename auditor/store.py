"""What a case keeps on the disk, and how files are written so that none is ever half there."""

import os
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from auditor.errors import MandateError, OutputError
from auditor.model.link import HumanJudgement, Judgement
from auditor.resources.read import check, plain

FILE = "judgements.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    left: str
    right: str
    judgement: Judgement
    on: date | None = None
    note: str | None = None


def judgements(case: Path) -> tuple[HumanJudgement, ...]:
    """What people decided about pairs of records of the case; none where there is no file.

    Raises:
        MandateError: the file has faults, or two rows decide one pair differently.
    """
    path = case / FILE
    if not path.exists():
        return ()
    data, node = plain(path, MandateError)
    if data is None:
        return ()
    found, faults = check(keyed(data), tuple[_Written, ...], file=FILE, node=node)
    if found is None:
        raise MandateError("%(faults)s", faults="\n".join(map(str, faults)))
    decided: dict[tuple[str, str], Judgement] = {}
    for row in found:
        left, right = sorted((row.left, row.right))
        if left == right:
            raise MandateError("%(file)s compares %(left)s with itself", file=FILE, left=left)
        if decided.setdefault((left, right), row.judgement) is not row.judgement:
            raise MandateError(
                "%(file)s decides the pair %(left)s and %(right)s twice, differently; keep one row",
                file=FILE,
                left=left,
                right=right,
            )
    return tuple(
        HumanJudgement(left=left, right=right, judgement=judgement)
        for (left, right), judgement in decided.items()
    )


def keyed(data: Any) -> Any:
    """The data with its keys ``on``, which YAML 1.1 reads as *true*."""
    if isinstance(data, dict):
        return {"on" if key is True else key: keyed(each) for key, each in data.items()}
    return [keyed(each) for each in data] if isinstance(data, list) else data


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file, readable to its owner alone; whatever happens, it is whole, old or new.

    Raises:
        OutputError: it cannot be written there, or a link stands in its place.
    """
    try:
        if path.is_symlink():
            raise OutputError("%(file)s is a link; name the file itself", file=path.name)
        if path.is_dir():
            raise IsADirectoryError
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError
        _replace(path, data)
    except OSError as failure:
        raise OutputError(
            "%(file)s cannot be written (%(type)s); check the folder and its permissions",
            file=path.name,
            type=type(failure).__name__,
        ) from failure


def _replace(path: Path, data: bytes) -> None:
    number, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:  # mkstemp makes it mode 0600
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """The new name is on the disk too; some systems cannot open folders, and need it not."""
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(number)
    finally:
        os.close(number)
