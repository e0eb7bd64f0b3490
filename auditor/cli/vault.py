"""`auditor vault`: make the encrypted store of a case, look at it, check it, change its passphrase."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.keeping import PassphraseFd, fresh, lines, passphrase
from auditor.cli.speech import sentence, speak, tell
from auditor.errors import OutputError
from auditor.model.text import Text, say

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Keep what audits of a case learn, encrypted, in its folder vault/.",
)

Case = Annotated[Path, typer.Argument(help="The folder of the case.")]
Lang = Annotated[Language | None, typer.Option(help="Language of the answer.")]
Ring = Annotated[
    bool, typer.Option("--keyring", help="Keep the passphrase in the keyring of this system.")
]


@app.command("create")
def create(
    case: Case, keyring: Ring = False, passphrase_fd: PassphraseFd = None, lang: Lang = None
) -> None:
    """Make the vault of a case; from then on its commands ask for the passphrase."""
    from auditor.collect.mandate import load
    from auditor.store import consent
    from auditor.store.vault import FOLDER, door, key, ring

    now = datetime.now(tz=UTC)
    speak(lang)
    mandate = load(case, now.date())
    consent.refuse_withdrawn(case, mandate)
    language = speak(lang or mandate.language)
    if keyring:
        ring.refuse_missing()
    typer.echo(consent.notice(language))
    secret = fresh(passphrase_fd)
    door.create(case, secret, now=now, keyring=keyring)
    if keyring:
        ring.remember(key.read(case / FOLDER).id, secret)
    consent.given(case, mandate, now, shown=language)
    with door.opened(case, secret, now=now) as vault:
        taken = door.take_in_judgements(vault)
    tell(say("The vault is made: %(folder)s", folder=case / FOLDER))
    if taken:
        tell(say("judgements.yml is in the vault now; judgements: %(count)s.", count=taken))
    tell(say("Without the passphrase nobody can read it, you included: keep it safe."))


@app.command("status")
def status(case: Case, lang: Lang = None) -> None:
    """What can be said of the vault without its passphrase."""
    from auditor.store import consent
    from auditor.store.vault.inspect import status as seen

    speak(lang)
    found = seen(case)
    tell(
        say(
            "Made on %(day)s; %(size)s kB; %(acts)s acts.",
            day=found.created_on,
            size=found.size // 1000,
            acts=found.acts,
        )
    )
    tell(
        say(
            "Cipher AEGIS-256; one passphrase costs %(memory)s MiB and %(passes)s passes of argon2id.",
            memory=found.cost.memory_kib // 1024,
            passes=found.cost.passes,
        )
    )
    tell(
        say("The keyring of this system is asked for the passphrase.")
        if found.keyring
        else say("The passphrase is kept nowhere.")
    )
    known = consent.read(case)
    if known is not None:
        last = known.events[-1]
        tell(_consent(last.state, last.time.date()))


@app.command("check")
def check(
    case: Case,
    accept_clock: Annotated[
        bool,
        typer.Option(
            "--accept-clock", help="Take the clock as it stands, though it was ahead before."
        ),
    ] = False,
    passphrase_fd: PassphraseFd = None,
    lang: Lang = None,
) -> None:
    """Verify permissions, the trail and every page of the database, and count what is there."""
    from auditor.store.vault import inspect, refuse_missing

    speak(lang)
    refuse_missing(case)
    faults = list(inspect.faults(case))
    for fault in faults:
        typer.echo(f"auditor: {sentence(fault)}", err=True)
    if faults:
        raise typer.Exit(code=2)
    secret = passphrase(case, passphrase_fd)
    found = inspect.check(case, secret, now=datetime.now(tz=UTC), clock=accept_clock)
    tell(
        say("The vault is whole: database, trail (%(acts)s acts) and permissions.", acts=found.acts)
    )
    tell(
        say(
            "It holds: sources %(sources)s, rows %(rows)s, records %(records)s, "
            "facts %(facts)s, views %(views)s, judgements %(judgements)s, results %(results)s.",
            sources=found.sources,
            rows=found.rows,
            records=found.records,
            facts=found.facts,
            views=found.views,
            judgements=found.judgements,
            results=found.results,
        )
    )


@app.command("passphrase")
def change(
    case: Case, keyring: Ring = False, passphrase_fd: PassphraseFd = None, lang: Lang = None
) -> None:
    """Change the passphrase; a descriptor gives the old one and the new one, a line each."""
    from auditor.store.vault import FOLDER, door, key, refuse_missing, ring

    speak(lang)
    if keyring:
        ring.refuse_missing()
    refuse_missing(case)
    if passphrase_fd is not None:
        old, new = lines(passphrase_fd, 2)[:2]
    else:
        old, new = passphrase(case, None), fresh(None)
    before = key.read(case / FOLDER)
    door.rekey(case, old, new, now=datetime.now(tz=UTC), keyring=keyring)
    if keyring:
        ring.remember(before.id, new)
    elif before.keyring:  # the old one opens older copies still
        ring.forget(before.id)
    tell(
        say(
            "The passphrase is changed. Copies of the vault made before still open with the old one."
        )
    )


@app.command("lock")
def lock(case: Case, lang: Lang = None) -> None:
    """Forget the passphrase that the keyring keeps; the next command asks for it."""
    from auditor.store.vault import FOLDER, key, refuse_missing, ring

    speak(lang)
    refuse_missing(case)
    file = key.read(case / FOLDER)
    if file.keyring and ring.forget(file.id):
        tell(say("The keyring has forgotten the passphrase; the next command asks for it."))
    else:
        tell(
            say("The vault is locked whenever no command is at work on it; no passphrase is kept.")
        )


@app.command("judgements")
def judgements(
    case: Case,
    to: Annotated[Path, typer.Option(help="The file to write; - for the terminal.")] = Path("-"),
    passphrase_fd: PassphraseFd = None,
    lang: Lang = None,
) -> None:
    """Write out the judgements that the vault keeps, as a judgements.yml."""
    from auditor.store.files import write_atomically
    from auditor.store.judgements import text
    from auditor.store.vault import FOLDER, door

    speak(lang)
    now = datetime.now(tz=UTC)
    with door.opened(case, passphrase(case, passphrase_fd), now=now) as vault:
        written = text(vault.decisions())
    if to == Path("-"):
        typer.echo(written, nl=False)
    elif to.resolve().is_relative_to((case / FOLDER).resolve()):
        raise OutputError("%(file)s belongs to the case; name another file to write", file=to.name)
    else:
        write_atomically(to, written.encode())


def _consent(state: str, day: date) -> Text:
    return {
        "given": say("The consent was given on %(day)s.", day=day),
        "withdrawn": say("The consent was withdrawn on %(day)s.", day=day),
        "expired": say("The mandate ran out; that was noted on %(day)s.", day=day),
    }[state]
