"""What the subject allows: who, why, which sources, until when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from auditor.model.visibility import Visibility


class Purpose(StrEnum):
    """Why the audit is made."""

    SELF_AUDIT = "self-audit"
    TRAINING = "training"
    COHORT = "cohort"


class Shows(StrEnum):
    """Whether a source shows someone's account or nobody's."""

    PROFILE = "profile"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The person concerned, as far as they chose to say."""

    name: str
    aliases: tuple[str, ...] = ()
    town: str | None = None
    languages: tuple[str, ...] = ()


class Method(StrEnum):
    """How control of an account was shown; written under its ``proofs``."""

    TOKEN = "token"  # noqa: S105 (a name, no secret)
    """A token in a field that only the holder can edit."""
    WELL_KNOWN = "well-known"
    """A token in a file of the site."""
    DNS = "dns"
    """A token in a record of the domain."""
    VERIFIED = "verified"
    """A network (Mastodon, Keybase, Gravatar) has checked the link between it and a proved account."""
    REL_ME = "rel-me"
    """It and a proved account link to each other with ``rel=me``."""
    SAVED = "saved-page"
    """A token on a page that the subject saved."""
    EXPORT = "export"
    """Its official export, not older than 90 days, is in the subject's hands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A proof that the subject controls an account."""

    method: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account the subject says is theirs: ``network:handle``."""

    id: str
    url: str | None = None
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenBy:
    """Who sees a source, as the subject declares it; per field where fields differ."""

    default: Visibility | None = None
    fields: Mapping[str, Visibility] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One thing that may be read: a file of the case, or an address."""

    id: str
    path: str | None = None
    url: str | None = None
    network: str | None = None
    shows: Shows | None = None
    """None: told from the content."""
    owner: str | None = None
    """An account id, ``other``, or None when unknown."""
    seen_by: SeenBy = SeenBy()
    saved_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What only the subject can know; it joins nothing."""

    sms_2fa: bool = False
    breached_email: tuple[str, ...] = ()
    recovery_hint: tuple[str, ...] = ()
    looking_for_work: bool = False
    cv: Mapping[str, str] = field(default_factory=dict)
    """What a recruiter starts from: name, town, employer, email."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """The consent that an audit rests on; nothing else is read."""

    subject: Subject
    purpose: Purpose
    language: str
    signed_on: date
    expires_on: date
    fictional: bool = False
    accounts: tuple[Account, ...] = ()
    handles: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    declared: Declared = Declared()

    def holds_on(self, day: date) -> bool:
        """Is the mandate in force on that day? Both ends count."""
        return self.signed_on <= day <= self.expires_on

    def covers(self, account: str) -> bool:
        """Is the account one the subject says is theirs?"""
        return any(account == each.id for each in self.accounts)

    @property
    def unproved(self) -> tuple[Account, ...]:
        """The accounts that are declared, not proved; none where the mandate needs no proof."""
        return () if self.fictional else tuple(each for each in self.accounts if not each.proofs)
