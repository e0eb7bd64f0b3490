"""The consent record of a case: `consent.json`, readable without any passphrase, naming nobody.

Made from the mandate when a vault is created or a consent withdrawn; it outlives every purge.
"""

import hashlib
import os
import uuid
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import msgspec

from auditor.errors import MandateError
from auditor.model.consent import SCHEMA, Consent, Event, Notice, State
from auditor.model.mandate import Mandate
from auditor.resources.folders import folder
from auditor.store.files import write_atomically

FILE = "consent.json"
NOTICE = "auditor-notice-1"
LARGEST = 1_000_000
_EXPLICIT = "explicit"
_RIGHTS = ("access", "rectification", "erasure", "restriction", "portability", "complaint")


def notice(language: str) -> str:
    """The words that a person agrees to."""
    path = folder("reports") / f"notice.{language}.txt"
    return (path if path.is_file() else folder("reports") / "notice.en.txt").read_text("utf-8")


def read(case: Path) -> Consent | None:
    """The record of a case; None where there is none.

    Raises:
        MandateError: the file is there and is no record of ours.
    """
    path = case / FILE
    if not os.path.lexists(path):
        return None
    try:
        with path.open("rb") as file:
            found = msgspec.json.decode(file.read(LARGEST), type=Consent)
        found.events[0]  # a record begins with one
    except (OSError, ValueError, IndexError, msgspec.DecodeError) as failure:
        raise MandateError(
            "%(file)s cannot be read (%(type)s); restore it, or remove it and ask the subject again",
            file=FILE,
            type=type(failure).__name__,
        ) from None
    return found


def refuse_withdrawn(case: Path, mandate: Mandate) -> None:
    """A withdrawn consent ends the mandate it was given with; a later mandate is a new consent.

    Raises:
        MandateError: the consent was withdrawn on the mandate's day or after it.
    """
    known = read(case)
    day = known.withdrawn_on if known else None
    if day is not None and mandate.signed_on <= day:
        raise MandateError(
            "the consent was withdrawn on %(day)s; a new one is a mandate signed after that day",
            day=day,
        )


def given(case: Path, mandate: Mandate, now: datetime, *, shown: str | None) -> Consent:
    """Record the consent that the mandate states, once for each day of signing.

    `shown` is the language in which the notice was shown; None where it was not.
    """
    known = read(case)
    if known is not None and known.signed_on == mandate.signed_on:
        return known
    made = _made(mandate, shown)
    if known is not None:
        made = replace(
            made,
            record_id=known.record_id,
            pii_principal_id=known.pii_principal_id,
            events=known.events,
        )
    valid = mandate.expires_on - mandate.signed_on + timedelta(days=1)
    return _with(case, made, State.GIVEN, now, duration=f"P{valid.days}D")


def ended(case: Path, mandate: Mandate | None, state: State, now: datetime) -> Consent:
    """Record that the consent was withdrawn, or that the mandate ran out; once is enough.

    Raises:
        MandateError: neither a mandate nor a record tells which consent that is.
    """
    known = read(case)
    if mandate is not None and (known is None or known.signed_on != mandate.signed_on):
        known = given(case, mandate, _morning(mandate.signed_on), shown=None)
    if known is None:
        raise MandateError("there is neither a mandate nor a consent record to end")
    if known.events[-1].state in {state, State.WITHDRAWN}:
        return known
    return _with(case, known, state, now, duration="PT0S")


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def _with(case: Path, known: Consent, state: State, now: datetime, *, duration: str) -> Consent:
    event = Event(
        time=now,
        validity_duration=duration,
        entity_id=known.pii_principal_id,
        type=_EXPLICIT if state is not State.EXPIRED else "implicit",
        state=state,
    )
    made = replace(known, events=(*known.events, event))
    text = msgspec.json.format(msgspec.json.encode(made), indent=2)
    write_atomically(case / FILE, text + b"\n")
    return made


def _made(mandate: Mandate, shown: str | None) -> Consent:
    kinds = Counter(_kind(each.url, each.shows) for each in mandate.sources)
    return Consent(
        schema_version=SCHEMA,
        record_id=str(uuid.uuid4()),
        pii_principal_id=uuid.uuid4().hex,
        privacy_notice=_notice(shown) if shown is not None else None,
        language=mandate.language,
        purpose=mandate.purpose.value,
        lawful_basis="consent (GDPR art. 6(1)(a), art. 9(2)(a))",
        pii_information=dict(sorted(kinds.items())),
        pii_controllers=("the person who runs auditor on this machine",),
        storage_locations=("the folder of the case on this machine",),
        retention_until=mandate.expires_on,
        jurisdiction="not stated in the mandate",
        recipient_third_parties=(),
        withdrawal_method="auditor mandate withdraw CASE",
        privacy_rights=_RIGHTS,
        signed_on=mandate.signed_on,
        events=(),
    )


def _kind(url: str | None, shows: object) -> str:
    if url is not None:
        return "live page of one's own"
    return f"saved {shows}" if shows is not None else "file or export"


def _notice(language: str) -> Notice:
    text = notice(language)
    return Notice(id=NOTICE, language=language, sha256=hashlib.sha256(text.encode()).hexdigest())
