"""The ways to show control, and which of them may vouch for another account."""

from enum import StrEnum

from auditor.collect.proof.token import canonical
from auditor.model.mandate import Account, Mandate


class Method(StrEnum):
    """How control was shown; written under ``proofs`` of the mandate."""

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


FIRST_HAND = frozenset({Method.TOKEN, Method.WELL_KNOWN, Method.DNS})
"""What the subject did themselves, where others could look: only this vouches for other accounts.

Links between two accounts show that one person holds both, not which person: one of them has to be
the subject's for another reason. Saved pages and exports count for their own account alone.
"""


def has_proof(mandate: Mandate, url: str) -> bool:
    """Is it an account of the mandate for which a proof was recorded?"""
    return any(
        account.proofs and account.url is not None and canonical(account.url) == canonical(url)
        for account in mandate.accounts
    )


def vouching(mandate: Mandate, but: Account | None = None) -> tuple[Account, ...]:
    """The accounts that may vouch for others, all but one."""
    return tuple(
        each
        for each in mandate.accounts
        if each != but and each.url and any(proof.method in FIRST_HAND for proof in each.proofs)
    )
