"""A fictional mandate with accounts, and what knows its tokens."""

from datetime import date

from auditor.collect.net.answer import Fetched
from auditor.collect.proof.token import Tokens
from auditor.model.mandate import Account, Mandate, Proof, Purpose, Subject

SITE = "https://odile.example/"
ACCOUNT = "https://social.example/@odile"
TODAY = date(2026, 6, 1)
TOKENS = Tokens(key=b"k" * 32, subject="Odile Piquerelle", today=TODAY)


def account(name, url=None, *methods):
    proofs = tuple(Proof(method=each, on=date(2026, 1, 5)) for each in methods)
    return Account(id=name, url=url, proofs=proofs)


def mandate(*accounts, fictional=False):
    return Mandate(
        subject=Subject(name="Odile Piquerelle"),
        purpose=Purpose.SELF_AUDIT,
        language="fr",
        signed_on=date(2026, 1, 5),
        expires_on=date(2027, 1, 5),
        fictional=fictional,
        accounts=accounts,
    )


def page(html, *, address=SITE, kind="text/html"):
    data = html if isinstance(html, bytes) else html.encode()
    return Fetched(data=data, address=address, content_type=kind, indexed=True)
