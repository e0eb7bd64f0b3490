"""Which protected ground a noted field names, and how sure that is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from auditor.screening.columns import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What the words of a field say, once a field."""

    of: Callable[[str], "tuple[str, bool] | None"]
    """The ground and whether it was read out of free words; None for a word of the trade."""
    protected: frozenset[str]
    """Those of the place."""
    _known: dict[str, "tuple[str, bool] | None"] = field(default_factory=dict)

    def __call__(self, noted: str) -> bool:
        """Does the field name a protected ground of the place?"""
        return self._asked(noted) is not None

    def told(self, fields: Iterable[str]) -> tuple[str, bool]:
        """The grounds that these fields name, and whether all of them were read out of free words."""
        found = [each for one in fields if (each := self._asked(one)) is not None]
        return ";".join(sorted({ground for ground, _ in found})), all(free for _, free in found)

    def _asked(self, noted: str) -> "tuple[str, bool] | None":
        if noted not in self._known:
            found = self.of(noted)
            self._known[noted] = found if found is not None and found[0] in self.protected else None
        return self._known[noted]


def named(
    names: Mapping[str, str], trade: Iterable[str], free: Callable[[str], Iterable[str]]
) -> Callable[[str], "tuple[str, bool] | None"]:
    """What tells the ground of a field: its name if it is one of those known, else what the words say.

    `trade` are names of professional fields, which name no ground whatever words they hold.
    """
    known = {plain(each): ground for each, ground in names.items()}
    professional = {plain(each) for each in trade}

    def of(noted: str) -> "tuple[str, bool] | None":
        said = plain(noted)
        if said in known:
            return known[said], False
        if said in professional:
            return None
        ground = next(iter(free(noted)), None)
        return (ground, True) if ground is not None else None

    return of
