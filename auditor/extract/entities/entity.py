"""One named thing of a text."""

from dataclasses import dataclass

TYPES = frozenset(
    (
        "person place organisation address postcode phone email url handle date time age card iban "
        "national_id ip plate nationality title medical_id licence_id money"
    ).split()
)
"""What a thing may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A thing that a text names: where it stands, what it says, how sure that is."""

    type: str
    """One of `TYPES`."""
    start: int
    end: int
    value: str
    """The normal form, in which two writings of one thing are equal."""
    score: float
    """How sure it is, from 0 to 1."""
    valid: bool | None
    """Does its checksum or its numbering plan hold? None where there is none."""
    by: str
    """The recognizer's id."""
    why: str = ""
    """The cue or the check that decided, in a word."""
