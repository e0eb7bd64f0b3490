"""The record of a consent, after ISO/IEC TS 27560:2023 (as the W3C Data Privacy Vocabulary maps it)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

SCHEMA = "ISO/IEC TS 27560:2023"


class State(StrEnum):
    """What became of the consent."""

    GIVEN = "given"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened to the consent, and who made it happen."""

    time: datetime
    validity_duration: str
    """ISO 8601: how long the consent holds from its day on; PT0S where it ended."""
    entity_id: str
    type: str
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The words that were shown, by their digest."""

    id: str
    language: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Who agreed to what, when, on which words. It names nobody: the principal is a random number."""

    schema_version: str
    record_id: str
    pii_principal_id: str
    privacy_notice: Notice | None
    """None where the mandate alone says that consent was given: nobody saw which words were shown."""
    language: str
    purpose: str
    lawful_basis: str
    pii_information: Mapping[str, int]
    """Kinds of sources, and how many of each."""
    pii_controllers: tuple[str, ...]
    storage_locations: tuple[str, ...]
    retention_until: date
    jurisdiction: str
    recipient_third_parties: tuple[str, ...]
    withdrawal_method: str
    privacy_rights: tuple[str, ...]
    signed_on: date
    """The day of the mandate that the last consent rests on."""
    events: tuple[Event, ...]

    @property
    def withdrawn_on(self) -> date | None:
        """The day of the last withdrawal: it ends every mandate signed until then."""
        days = [each.time.date() for each in self.events if each.state is State.WITHDRAWN]
        return max(days, default=None)
