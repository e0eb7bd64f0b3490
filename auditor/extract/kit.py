"""What extracting needs, handed in by `kits`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from auditor.extract.cues.find import Cues
from auditor.extract.lexicon import Lexicon
from auditor.extract.reading import Names, Recognizer


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The recognizers, their confidence, the words they know."""

    recognizers: Mapping[str, Recognizer]
    confidence: Mapping[str, float]
    wanted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Per recognizer, words of which it needs one."""
    lexicon: Lexicon
    cues: Callable[[], Cues]
    """Recognizers written as lists of cues: read when an owner first speaks, for it takes a second or two."""
    names: Names | None = None
    """The trained model of names; None: rules alone."""
    thorough: bool = True
    """Is the model asked about every text, or only where a cue needs a name?"""
    regions: tuple[str, ...] = ("FR",)
    groups: tuple[str, ...] = ()
    """Names that accounts of this case bear and that are no person's: bands, clubs."""
    addresses: frozenset[str] = frozenset()
    """Addresses of the accounts and pages of this case."""
    same_picture: int = 0
    """Bits in which the hashes of two copies of one picture may differ."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """Hash → the one that stands for all copies of the picture, where a case shows it twice."""
