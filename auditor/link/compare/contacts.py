"""Compare what reaches a person: e-mail, phone, accounts, declared links."""

from itertools import product
from urllib.parse import urlsplit

from auditor.link.side import Side
from auditor.link.weights import Tables, Weights
from auditor.model.link import Feature, Level
from auditor.model.names import fold


def contact(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:  # noqa: ARG001
    """The two sides give the same e-mail or phone number."""
    for name, kinds in (
        ("email", ("email_personal", "email_work")),
        ("phone", ("phone_mobile", "phone_other")),
    ):
        for one, other in product(left.of(*kinds), right.of(*kinds)):
            if fold(one.value) == fold(other.value):
                return weights.level("contact", name, left=one.id, right=other.id)
    return None


def account(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:  # noqa: ARG001
    """The two sides are the same account, read twice."""
    for one, other in product(left.owners, right.owners):
        if one.account and one.account == other.account:
            return weights.level(
                "account",
                "same",
                left=Feature(record=one.id, feature="account", value=one.account),
                right=Feature(record=other.id, feature="account", value=one.account),
            )
    return None


def declared(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:  # noqa: ARG001
    """One side declares the other's address as its own, or a tag leads to the account."""
    there, back = _leads(left, right), _leads(right, left)
    if there and back:
        return weights.level("declared", "mutual", left=there[0], right=back[0])
    if not there and not back:
        return None
    fact, kind, feature = there or back  # type: ignore[misc]
    sides = (fact, feature) if there else (feature, fact)
    return weights.level(
        "declared",
        "tag" if kind == "tagged_by_other" else "one_way",
        left=sides[0],
        right=sides[1],
    )


def _leads(side: Side, other: Side) -> tuple[str, str, Feature] | None:
    """The fact of one side that gives the address of an account of the other."""
    targets = {address(record.url): record for record in other.owners if record.url is not None}
    for fact in side.of("tagged_by_other", "bio_crosslink"):
        record = targets.get(address(fact.value))
        if record is not None and record.url:
            return (
                fact.id,
                fact.kind,
                Feature(record=record.id, feature="address", value=record.url),
            )
    return None


def address(url: str) -> str:
    """An address as it is compared: no scheme, no www, no final slash, no query."""
    parts = urlsplit(url if "//" in url else f"//{url}")
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}".casefold()
