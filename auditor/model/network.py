"""What is known of a network: its card."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from auditor.model.visibility import Visibility


class NetworkKind(StrEnum):
    """What people use a network for; it decides what a recruiter sees there."""

    PERSONAL = "personal"
    PROFESSIONAL = "professional"
    BOTH = "both"
    INTERNAL = "internal"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What was read for a statement, on which day, and what it says."""

    source: str
    """The page, by its address or title; "not established" where none was found."""
    checked_on: date
    why: Mapping[str, str] = field(default_factory=dict)
    """Language → what the page says, or why nothing can be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Default(Provenance):
    """A dated default visibility of a field."""

    value: Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed(Provenance):
    """Are the network's public pages found by search engines?"""

    value: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What the network lets people search by, and who may."""

    by: tuple[str, ...] = ()
    """Kinds of facts (`rules/facts.yml`)."""
    who: Visibility = Visibility.UNKNOWN
    read: Provenance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How a member can be contacted, and by whom."""

    how: str = ""
    """message, invitation, mention or comment."""
    who: Visibility = Visibility.UNKNOWN
    read: Provenance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """How the official export is obtained, per language."""

    how: Mapping[str, str] = field(default_factory=dict)
    url: str | None = None
    read: Provenance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """Where the account is deleted and how hard it is."""

    effort: str
    """easy, medium, hard or impossible."""
    url: str | None = None
    note: Mapping[str, str] = field(default_factory=dict)
    """Language → what to know before: what stays, what goes with it."""
    read: Provenance | None = None
    verified: bool = False
    """Did one of us follow the link on that day? Links of a list are not verified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Controller:
    """Who answers a request under the GDPR."""

    name: str = ""
    """The company; empty where it differs from case to case, as the note says."""
    privacy_contact: str | None = None
    """An address or a form for requests."""
    address: str | None = None
    note: Mapping[str, str] = field(default_factory=dict)
    read: Provenance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One network's card (`rules/networks/<id>.yml`, or `networks/` of a case)."""

    id: str
    name: Mapping[str, str]
    kind: NetworkKind
    hosts: tuple[str, ...] = ()
    profile_url: str | None = None
    """The address of a profile, with ``{handle}`` where the account stands."""
    profile_urls: tuple[str, ...] = ()
    """Other shapes of it: by number, by channel, on a subdomain; ``*`` is one part of the path."""
    domains: tuple[str, ...] = ()
    """Hosts whose subdomains are members' own (``loic.blogs.example``)."""
    reserved: tuple[str, ...] = ()
    """What stands where a handle does and is none: ``login``, ``share``."""
    indexed: Indexed | None = None
    search: Search | None = None
    contact: Contact | None = None
    visibility: Mapping[str, Default] = field(default_factory=dict)
    settings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Field → language → menu path."""
    settings_read: Provenance | None = None
    export: Export | None = None
    delete: Deletion | None = None
    controller: Controller | None = None

    @property
    def shapes(self) -> tuple[str, ...]:
        """All shapes of a profile's address."""
        return (*([self.profile_url] if self.profile_url else []), *self.profile_urls)

    def serves(self, host: str) -> bool:
        """Is the host, in small letters and without ``www.``, one of the network's?"""
        return host in self.hosts or host.endswith(tuple(f".{each}" for each in self.domains))

    @property
    def established(self) -> Mapping[str, Default]:
        """The defaults that are known."""
        unknown = Visibility.UNKNOWN
        return {key: each for key, each in self.visibility.items() if each.value is not unknown}
