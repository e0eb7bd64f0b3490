"""Which accounts are proved, and which proofs may vouch for another account."""

from auditor.collect.proof.token import canonical
from auditor.model.mandate import Account, Mandate, Method

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
