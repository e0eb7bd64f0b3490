"""`auditor sweep CASE`: where an account with my handle exists that I forgot."""

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.keeping import PassphraseFd
from auditor.cli.sighted import Form, Show, is_hit
from auditor.cli.speech import speak, tell
from auditor.errors import MandateError
from auditor.model.text import say

if TYPE_CHECKING:
    from auditor.collect.sweep.lists import SiteList
    from auditor.model.mandate import Mandate
    from auditor.model.sighting import Sighting
    from auditor.store.progress import Progress


def sweep(
    case: Annotated[Path, typer.Argument(help="The case: a folder with mandate.yml.")],
    handle: Annotated[
        str | None, typer.Option(help="One of the mandate's handles. Default: each of them.")
    ] = None,
    sites: Annotated[
        Path | None,
        typer.Option(
            help="A list of sites: WhatsMyName, Sherlock, Maigret or ours. Default: ours."
        ),
    ] = None,
    timeout: Annotated[
        float | None, typer.Option(min=0.5, max=120, help="Seconds a site may take at most.")
    ] = None,
    format_: Annotated[Form, typer.Option("--format", help="Form of the result.")] = Form.TEXT,
    to: Annotated[
        Path | None, typer.Option(help="Where to write it; - for the terminal, the default.")
    ] = None,
    variants: Annotated[
        bool, typer.Option("--variants", help="Suggest handles of your name; nothing is asked.")
    ] = False,
    allow_loopback: Annotated[
        bool,
        typer.Option("--allow-loopback", help="Ask this machine; for fictional mandates only."),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress and no summary.")] = False,
    lang: Annotated[Language | None, typer.Option(help="Language of the answers.")] = None,
    passphrase_fd: PassphraseFd = None,
) -> None:
    """Ask sites whether an account with your handle exists. Exit 0: none found, 1: found, 2: could not ask."""
    from auditor.collect import mandate as mandates
    from auditor.collect.sweep import lists, resume
    from auditor.store.consent import refuse_withdrawn

    speak(lang)
    now = datetime.now(tz=UTC)
    mandate = mandates.load(case, now.date())
    refuse_withdrawn(case, mandate)
    speak(lang or mandate.language)
    if variants:
        from auditor.cli.suggest import suggest

        suggest(mandate)
        raise typer.Exit
    handles = _handles(mandate, handle)
    _refuse_reach(mandate, allow_loopback=allow_loopback)
    where = _place(case, mandate, to)
    wanted = lists.read(sites)
    show = Show(form=format_, where=where, quiet=quiet)
    show.origin(wanted)
    stamp = resume.stamp(handles, wanted.print, now.date())
    with _progress(case, mandate, passphrase_fd, stamp, now) as progress, _resumable():
        found = list(_swept(mandate, handles, wanted, timeout, progress, show))
        show.end(found, case)
        progress.done()
    raise typer.Exit(code=1 if any(map(is_hit, found)) else 0)


def _handles(mandate: "Mandate", handle: str | None) -> tuple[str, ...]:
    """The handles that may be asked about: the mandate's, and no other."""
    if not mandate.handles:
        raise MandateError(
            "the mandate names no handle; add yours under handles: "
            "(`auditor sweep CASE --variants` suggests some)"
        )
    if handle is None:
        return tuple(dict.fromkeys(mandate.handles))
    if handle not in mandate.handles:
        raise MandateError(
            "the mandate does not name this handle; add it under handles: if it is the subject's own"
        )
    return (handle,)


def _refuse_reach(mandate: "Mandate", *, allow_loopback: bool) -> None:
    """Invented people are asked for on this machine only, real ones never there."""
    if mandate.fictional and not allow_loopback:
        raise MandateError(
            "a fictional mandate sweeps this machine only; say so with --allow-loopback"
        )
    if allow_loopback and not mandate.fictional:
        raise MandateError("--allow-loopback is for fictional mandates only")


def _place(case: Path, mandate: "Mandate", to: Path | None) -> Path | None:
    """The file to write; refused before anything is asked if it cannot be."""
    if to is None or to == Path("-"):
        return None
    from auditor.cli.own import refuse_own
    from auditor.store.files import refuse_unwritable

    refuse_unwritable(to)
    refuse_own(to, case, mandate)
    return to


def _swept(
    mandate: "Mandate",
    handles: tuple[str, ...],
    wanted: "SiteList",
    timeout: float | None,
    progress: "Progress",
    show: Show,
) -> "Iterator[Sighting]":
    """The sightings: those of a sweep that was interrupted today, then all others as they come."""
    import random

    from auditor.collect.sweep import resume
    from auditor.collect.sweep.run import sweep as run
    from auditor.collect.sweep.settings import settings

    known = resume.taken_up(progress.known(), wanted.sites, handles)
    show.begin(len(handles) * len(wanted.sites), known)
    yield from known
    done = {(each.handle, each.site) for each in known}
    for handle in handles:
        sites = [each for each in wanted.sites if (handle, each.name) not in done]
        bounds, ghost = settings().within(timeout), random.SystemRandom()
        found = run(sites, handle, bounds, local=mandate.fictional, ghost=ghost)
        with contextlib.closing(found):
            for each in found:
                progress.add(resume.line(each, handles))
                show.one(each)
                yield each


@contextlib.contextmanager
def _progress(
    case: Path, mandate: "Mandate", fd: int | None, stamp: str, now: datetime
) -> "Iterator[Progress]":
    """Where the sweep notes what it did: in the vault where there is one, else in the case."""
    from auditor.store.vault import has_vault

    if not has_vault(case):
        from auditor.store.progress import Lines

        with Lines(case, stamp) as lines:
            yield lines
        return
    from auditor.cli.keeping import passphrase
    from auditor.store import consent
    from auditor.store.vault import door
    from auditor.store.vault.progress import Notes

    with door.opened(case, passphrase(case, fd), now=now) as vault:
        consent.given(case, mandate, now, shown=None)
        yield Notes(vault, stamp)


@contextlib.contextmanager
def _resumable() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        tell(say("Interrupted; the same command goes on where it stopped, today."), err=True)
        raise typer.Exit(code=2) from None
