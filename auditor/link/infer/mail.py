"""The work e-mail that a firm's way of writing addresses gives a person.

Only where an address of that firm was seen: a website alone tells the domain and not the way.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from auditor.link.infer.made import Basis, made
from auditor.model.fact import About, Fact
from auditor.model.names import fold

_LOCAL = re.compile(r"([a-z]+)([._-])([a-z]+)")
_SHORTEST = 4
"""Letters of a firm's first word that make a domain its own (own choice: “le.example” is no firm's)."""
_PUBLIC = frozenset("co com org net gov gouv ac".split())
"""Second levels under which firms register (co.uk, gouv.fr)."""
_WORD = re.compile(r"[^\W_]+")


def infer(facts: Sequence[Fact], basis: Basis) -> Iterator[Fact]:
    """An address for each employer of which somebody else's address is known."""
    facts = sorted(facts, key=lambda each: (-each.confidence, each.id))
    mine = [fact for fact in facts if fact.about is About.SUBJECT]
    name = next((fact for fact in mine if fact.kind == "full_name"), None)
    words = fold(name.value).split() if name else []
    if name is None or len(words) != 2:  # noqa: PLR2004 - of three, which is the surname cannot be told
        return
    seen = [fact for fact in facts if fact.kind in {"email_work", "email_personal"}]
    done: set[str] = set()
    for employer in (fact for fact in mine if fact.kind == "employer"):
        at_firm = [fact for fact in seen if _is_of(employer.value, _domain(fact))]
        if any(words[1] in fold(fact.value) for fact in at_firm):
            continue
        for fact in at_firm:
            local = _written(fact, words, basis.tables.given)
            address = f"{local}@{_domain(fact)}"
            if local and address not in done:
                done.add(address)
                sources = [name, employer, fact]
                factor = basis.factor("mail")
                yield made(sources, "email_work", address, basis.sure, factor=factor)
                break


def _domain(fact: Fact) -> str:
    return fact.value.rpartition("@")[2].casefold()


def _is_of(employer: str, domain: str) -> bool:
    """Is the domain named after the firm: all its words, or the first?"""
    labels = [each for each in domain.split(".")[:-1] if each not in _PUBLIC]
    words = _WORD.findall(fold(employer))
    if not labels or not words:
        return False
    names = {"".join(words), "-".join(words)}
    return labels[-1] in (names | {words[0]} if len(words[0]) >= _SHORTEST else names)


def _written(fact: Fact, name: Sequence[str], given: Mapping[str, float]) -> str | None:
    """The name as the address of another writes one; None where their way cannot be told."""
    local = fold(fact.value.partition("@")[0])
    first, last = name
    if local in given:
        return first
    found = _LOCAL.fullmatch(local)
    if found is None:
        return None
    left, between, right = found.groups()
    if len(left) == 1 and right not in given:
        return f"{first[0]}{between}{last}"
    if left in given and right not in given:
        return f"{first}{between}{last}"
    if right in given and left not in given and len(left) > 1:
        return f"{last}{between}{first}"
    return None
