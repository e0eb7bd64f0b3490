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
class Default:
    """A dated default visibility of a field."""

    value: Visibility
    source: str
    checked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """Are the network's public pages found by search engines?"""

    value: bool
    source: str
    checked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What the network lets people search by, and who may."""

    by: tuple[str, ...] = ()
    who: Visibility = Visibility.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How a member can be contacted, and by whom."""

    how: str = ""
    who: Visibility = Visibility.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """How the official export is obtained, per language."""

    how: Mapping[str, str] = field(default_factory=dict)
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """Where the account is deleted and how hard it is."""

    effort: str
    """easy, medium, hard or impossible."""
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Controller:
    """Who answers a request under the GDPR."""

    name: str
    privacy_contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One network's card (`rules/networks/<id>.yml`, or `networks/` of a case)."""

    id: str
    name: Mapping[str, str]
    kind: NetworkKind
    hosts: tuple[str, ...] = ()
    profile_url: str | None = None
    """The address of a profile, with ``{handle}`` where the account stands."""
    indexed: Indexed | None = None
    search: Search | None = None
    contact: Contact | None = None
    visibility: Mapping[str, Default] = field(default_factory=dict)
    settings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Field → language → menu path."""
    export: Export | None = None
    delete: Deletion | None = None
    controller: Controller | None = None
