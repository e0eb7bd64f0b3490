"""`auditor mandate proof` and `prove`: show that an account is one's own, so that it may be fetched."""

from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.speech import speak, tell
from auditor.errors import MandateError
from auditor.model.mandate import Account, Mandate, Method, Proof
from auditor.model.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.collect.proof.methods import Outcome
    from auditor.collect.proof.token import Tokens
    from auditor.model.network import Network


Case = Annotated[Path, typer.Argument(help="The folder of the case.")]
Of = Annotated[str, typer.Argument(help="An account of the mandate: its id, or its address.")]
Lang = Annotated[Language | None, typer.Option(help="Language of the answer.")]


def proof(case: Case, account: Of, lang: Lang = None) -> None:
    """Print a token for an account, and where to put it; it is valid for seven days."""
    from auditor.collect.apis.table import account as on_network
    from auditor.collect.apis.table import table
    from auditor.collect.proof.advice import places

    mandate, found, url = _asked(case, account, lang)
    tokens = _tokens(case, mandate)
    made, cards, stated = tokens.fresh(url), _cards(case), found.id.partition(":")[0]
    known = on_network(url, table(), cards, stated if stated in table() else None)
    card = cards.get(stated) or (cards.get(known.network) if known else None)
    language = speak(lang or mandate.language)
    tell(
        say(
            "Token for %(account)s: %(token)s (valid until %(day)s)",
            account=found.id,
            token=made,
            day=tokens.expires_on,
        )
    )
    tell(say("Put it in one of these places:"))
    for each in places(url, made, known=known, card=card, language=language):
        typer.echo("  – ", nl=False)
        tell(each)
    tell(
        say(
            "Then: auditor mandate prove %(case)s %(account)s",
            case=quote(str(case)),
            account=quote(found.id),
        )
    )


def prove(
    case: Case,
    account: Of,
    method: Annotated[
        Method | None, typer.Option(help="Try this one only; else all that fit are tried.")
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(help="A page that you saved with the token on it, or the account's export."),
    ] = None,
    lang: Lang = None,
) -> None:
    """Look for the token or another proof, and record in mandate.yml what shows control."""
    mandate, found, _ = _asked(case, account, lang)
    _refuse_no_file(file, method)
    tokens = _tokens(case, mandate)
    outcome = _tried(case, mandate, found, tokens, file, method)
    for each, reason in outcome.tried:
        typer.echo(f"  {each.value}: ", nl=False, err=True)
        tell(reason, err=True)
    if outcome.method is None:
        raise MandateError(
            "nothing shows yet that you control the account; put the token of `auditor mandate proof` "
            "where it says, wait until it shows, and try again"
        )
    day = tokens.today
    _record(case, mandate.accounts.index(found), Proof(method=outcome.method.value, on=day))
    tell(
        say(
            "%(account)s: proved (%(method)s) on %(day)s; recorded in %(file)s.",
            account=found.id,
            method=outcome.method.value,
            day=day,
            file="mandate.yml",
        )
    )
    tell(say("You can take the token away now."))


def _refuse_no_file(file: Path | None, method: Method | None) -> None:
    """Refuse a file that is not there, and a way that needs one without it."""
    if file is None and method in {Method.SAVED, Method.EXPORT}:
        raise MandateError("this method looks into a file; name it with --file")
    if file is not None and not file.exists():
        raise MandateError("%(file)s is missing; check the path", file=file.name)


def _asked(case: Path, name: str, lang: Language | None) -> tuple[Mandate, Account, str]:
    """The mandate in force, and the account that is named by its id or address."""
    from auditor.collect.mandate import load
    from auditor.collect.proof.token import canonical
    from auditor.store.consent import refuse_withdrawn

    speak(lang)
    mandate = load(case, datetime.now(tz=UTC).date())
    speak(lang or mandate.language)
    refuse_withdrawn(case, mandate)
    for each in mandate.accounts:
        same = each.url is not None and canonical(each.url) == canonical(name)
        if each.id == name or same:
            if each.url is None:
                raise MandateError("the account has no url in the mandate; add it, then try again")
            return mandate, each, each.url
    raise MandateError("the mandate lists no such account; add it under accounts, with its url")


def _tokens(case: Path, mandate: Mandate) -> "Tokens":
    from auditor.collect.proof.token import Tokens
    from auditor.store.proof_key import kept

    today = datetime.now(tz=UTC).date()
    return Tokens(key=kept(case), subject=mandate.subject.name, today=today)


def _cards(case: Path) -> "Mapping[str, Network]":
    from auditor.collect.cards import cards
    from auditor.resources.folders import folder

    return cards(folder("rules") / "networks", case)


def _tried(
    case: Path,
    mandate: Mandate,
    account: Account,
    tokens: "Tokens",
    file: Path | None,
    method: Method | None,
) -> "Outcome":
    """What is read for it is read apart, as in an audit."""
    from auditor.collect.apart.bounds import bounds
    from auditor.collect.apart.process import Apart
    from auditor.collect.proof.methods import tried, usual
    from auditor.collect.proof.trial import trial

    cards, now = _cards(case), datetime.now(tz=UTC)
    with Apart(cards, bounds()) as apart:
        made = trial(mandate, account, tokens=tokens, cards=cards, now=now, file=file, apart=apart)
        return tried(made, usual(made) if method is None else (method,))


def _record(case: Path, at: int, made: Proof) -> None:
    from auditor.collect.flaws import FILE
    from auditor.collect.proof.record import recorded
    from auditor.store.files import write_atomically

    path = case / FILE
    text = path.read_bytes().decode("utf-8")
    write_atomically(path, recorded(text, at, made).encode())
