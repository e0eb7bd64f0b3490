"""How files are written so that none is ever half there, and which files are fit to be trusted.

A file is made beside its place, synced, moved over the old one, and the folder synced: of 300
simulated power cuts that lose names too, this order alone lost none (knowledge of the project).
"""

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from auditor.errors import OutputError, VaultError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file, readable to its owner alone; whatever happens, it is whole, old or new.

    Raises:
        OutputError: it cannot be written there, or a link stands in its place.
    """
    refuse_unwritable(path)
    with _refusing(path):
        _replace(path, data)


def refuse_unwritable(path: Path) -> None:
    """Refuse what cannot be written, before the work whose result goes there.

    Raises:
        OutputError: a link or a folder stands there, or the folder is missing or closed to us.
    """
    with _refusing(path):
        if path.is_symlink():
            raise OutputError("%(file)s is a link; name the file itself", file=path.name)
        if path.is_dir():
            raise OutputError("%(file)s is a folder; name a file to write", file=_last(path))
        if path.exists() and not path.is_file():
            raise OutputError("%(file)s is no file; name a file to write", file=_last(path))
        if not path.parent.is_dir():
            raise FileNotFoundError
        closed = path.exists() and not os.access(path, os.W_OK)
        if closed or not os.access(path.parent, os.W_OK | os.X_OK):
            raise PermissionError


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """What the system refuses, as one line that names the file and the type of the refusal."""
    try:
        yield
    except OSError as failure:
        raise OutputError(
            "%(file)s cannot be written (%(type)s); check the folder, its permissions and the space left",
            file=_last(path),
            type=_type(failure),
        ) from failure


def _last(path: Path) -> str:
    return path.name or path.resolve().name


def _type(failure: OSError) -> str:
    """The class of the error, or its name where the class says nothing (ENOSPC)."""
    plain = type(failure) is OSError and failure.errno in errno.errorcode
    return errno.errorcode[failure.errno or 0] if plain else type(failure).__name__


def _replace(path: Path, data: bytes) -> None:
    name = _nameless(path, data) or _named(path, data)
    try:
        name.replace(path)
    except BaseException:
        name.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _nameless(path: Path, data: bytes) -> Path | None:
    """The data in a file that has no name until it is whole: a kill leaves nothing. Linux only."""
    if not hasattr(os, "O_TMPFILE"):
        return None
    try:
        number = os.open(path.parent, os.O_TMPFILE | os.O_WRONLY, PRIVATE_FILE)
    except OSError:  # some file systems have no such files
        return None
    try:
        _fill(number, data)
        return _linked(number, path)
    finally:
        os.close(number)


def _linked(number: int, path: Path) -> Path | None:
    """A name beside the path for an open file that has none; None where the system gives none."""
    name = _beside(path)
    try:
        # Only with a folder's descriptor does Python call linkat, which follows the link in /proc.
        os.link(f"/proc/self/fd/{number}", name, src_dir_fd=number, follow_symlinks=True)
    except OSError:
        return None
    return name


def _beside(path: Path) -> Path:
    """A hidden name in the same folder that nothing has."""
    return path.with_name(f".{path.name[:40]}.{os.urandom(6).hex()}")


def _named(path: Path, data: bytes) -> Path:
    number, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)  # mode 0600
    try:
        _fill(number, data)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    finally:
        os.close(number)
    return Path(name)


def _fill(number: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(number, rest) :]
    os.fsync(number)


def sync_folder(folder: Path) -> None:
    """The new name is on the disk too; some systems cannot open folders, and need it not."""
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(number)
    finally:
        os.close(number)


def refuse_untrusted(path: Path, *, folder: bool = False) -> None:
    """Refuse what others could have put there or read: a link, another's file, an open mode.

    Raises:
        VaultError: it is missing, or not a private file (folder) of ours.
    """
    try:
        found = path.lstat()
    except OSError as failure:
        raise VaultError(
            "%(file)s cannot be opened (%(type)s); restore it from a backup of the whole folder",
            file=path.name,
            type=type(failure).__name__,
        ) from None
    kind = stat.S_ISDIR if folder else stat.S_ISREG
    if not kind(found.st_mode):
        raise VaultError("%(file)s is a link or no such thing as it should be", file=path.name)
    if hasattr(os, "geteuid") and found.st_uid != os.geteuid():
        raise VaultError("%(file)s belongs to somebody else; take ownership of it", file=path.name)
    if os.name == "posix" and found.st_mode & _OTHERS:  # elsewhere modes say nothing
        raise VaultError(
            "%(file)s is open to others (mode %(mode)s); close it with chmod %(wanted)s",
            file=path.name,
            mode=f"{stat.S_IMODE(found.st_mode):04o}",
            wanted="700" if folder else "600",
        )


def shred(path: Path) -> None:
    """Overwrite a small file in place, then remove it.

    On an SSD, in snapshots and in backups older copies may live on: never call this erased.

    Raises:
        OutputError: it is a link, or closed to us.
    """
    refuse_unwritable(path)
    with _refusing(path):
        gone = _beside(path)
        path.rename(gone)  # a kill from here on leaves nothing that would be read again
        number = os.open(gone, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0))
        try:
            overwrite(number)
        finally:
            os.close(number)
        gone.unlink()
        sync_folder(path.parent)


def overwrite(number: int) -> None:
    """Put random bytes in the place of an open file's content."""
    os.lseek(number, 0, os.SEEK_SET)
    _fill(number, os.urandom(max(os.fstat(number).st_size, 1)))
