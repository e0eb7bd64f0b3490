"""Compare what reaches a person: e-mail addresses, phone numbers, and accounts read twice."""

from collections.abc import Sequence
from itertools import product

from auditor.link.compare import written
from auditor.link.compare.masks import Mask, mask
from auditor.link.compare.work import employer
from auditor.link.side import Side, once
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact
from auditor.model.link import Feature, Level
from auditor.model.names import fold

MAILS = ("email_personal", "email_work")
PHONES = ("phone_mobile", "phone_other")


def contact(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides give one e-mail or phone number, or fit where they are half hidden."""
    if not (reached(left, weights) and reached(right, weights)):
        return _derived(left, right, weights, tables)
    return (
        _same(left, right, weights)
        or _derived(left, right, weights, tables)
        or _masked(left, right, weights)
    )


@once
def reached(side: Side, weights: Weights) -> Sequence[Fact]:
    """The addresses and numbers of a side that are a person's: none of a service that hides who owns a domain."""
    found = side.of(*MAILS, *PHONES)
    hidden = found and _is_proxy(side, weights)
    return [fact for fact in found if not hidden and not _of_proxy(fact, weights)]


def _same(left: Side, right: Side, weights: Weights) -> Level | None:
    there = {fold(fact.value): fact for fact in _open(right, weights)}
    shared = [fact for fact in _open(left, weights) if fold(fact.value) in there]
    found = [
        weights.level(
            "contact", _kind(fact, weights), left=fact.id, right=there[fold(fact.value)].id
        )
        for fact in shared
    ]
    return max(found, key=lambda level: level.bits, default=None)


def _kind(fact: Fact, weights: Weights) -> str:
    if fact.kind in PHONES:
        return "phone"
    return "shared_mailbox" if _is_role(fact.value, weights) else "email"


def _open(side: Side, weights: Weights) -> list[Fact]:
    """What is written in full."""
    return [fact for fact in reached(side, weights) if mask(fact.quote) is None]


def _masked(left: Side, right: Side, weights: Weights) -> Level | None:
    """A half-hidden address or number beside another of its sort."""
    found = []
    for one, other in product(reached(left, weights), reached(right, weights)):
        hidden, seen = mask(one.quote), mask(other.quote)
        same_sort = (one.kind in MAILS) == (other.kind in MAILS)
        if not same_sort or (hidden is None and seen is None):
            continue
        sort = "email" if one.kind in MAILS else "phone"
        here, there = hidden or Mask.whole(one.value), seen or Mask.whole(other.value)
        name = f"masked_{sort}" if here.fits(there) else "masked_differs"
        share = here.share(there, phone=sort == "phone")
        found.append(weights.level("contact", name, share=share, left=one.id, right=other.id))
    return max(found, key=lambda level: level.bits, default=None)


def _derived(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """One side has the address that the other side's name would get at its employer's domain.

    Where both name the employer, the comparison of work weighs it.
    """
    if employer(left, right, tables) is not None:
        return None
    for here, there in ((left, right), (right, left)):
        for mail in here.of(*MAILS):
            firm = written.employer_of(mail, there, tables)
            if firm is not None and written.names(mail, there, tables):
                sides = (mail.id, firm.id) if here is left else (firm.id, mail.id)
                return weights.level("contact", "derived", left=sides[0], right=sides[1])
    return None


def _is_role(address: str, weights: Weights) -> bool:
    """An office's mailbox: ``contact@``, ``info@``."""
    return fold(address.partition("@")[0]) in weights.words.get("role_mailboxes", ())


def _is_proxy(side: Side, weights: Weights) -> bool:
    """Does the side name a service that stands in for the owner of a domain?"""
    shown = " ".join(fold(fact.value) for fact in side.of("full_name", "alias", "employer"))
    return any(word in shown for word in weights.words.get("proxies", ()))


def _of_proxy(fact: Fact, weights: Weights) -> bool:
    domain = fold(fact.value.partition("@")[2]).replace("-", "").replace(".", " ")
    return any(word.replace(" ", "") in domain for word in weights.words.get("proxies", ()))


def account(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:  # noqa: ARG001
    """The two sides are the same account, read twice."""
    there = {each.account: each for each in right.owners if each.account}
    for one in left.owners if there else ():
        other = there.get(one.account) if one.account else None
        if other is not None and one.account:
            return weights.level(
                "account",
                "same",
                left=Feature(record=one.id, feature="account", value=one.account),
                right=Feature(record=other.id, feature="account", value=one.account),
            )
    return None
