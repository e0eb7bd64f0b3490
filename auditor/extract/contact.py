"""How the subject can be reached: whose a mailbox is, address of a page."""

import re
from collections.abc import Iterator

from auditor.extract.reading import Found, Reading
from auditor.model.names import fold

_URL = re.compile(r"https?://[^\s<>\"'«»]{3,300}")
_FREE_MAIL = frozenset(
    "gmail googlemail hotmail outlook live yahoo orange wanadoo free laposte sfr proton protonmail "
    "icloud aol gmx bbox neuf numericable videotron sympatico msn mail".split()
)


_MAILER = re.compile(r"mail|courriel|post(?!e[rs])|inbox|letterbox")
_WORK = re.compile(r"\b(?:boulot|taf|bureau|pro|work|office|desk|devis|quotes?|cabinet)\b")


def email_kind(domain: str, around: str = "") -> str:
    """A provider's mailbox is personal; one at a firm's own domain is taken for work.

    `around` holds the plain words beside it: “mon mail perso”, “at my desk”.
    """
    name = fold(domain).split(".")[-2]
    if re.search(r"\bperso(?:nnel|nal)?\b", around):
        return "email_personal"
    own = name in _FREE_MAIL or (_MAILER.search(name) and not _WORK.search(around))
    return "email_personal" if own else "email_work"


def url(reading: Reading) -> Iterator[Found]:
    """An address the owner gives in their own words."""
    if not reading.own:
        return
    for match in _URL.finditer(reading.text):
        address = match.group().rstrip(".,;:!?)…")
        yield Found(
            kind="bio_crosslink",
            value=address,
            start=match.start(),
            end=match.start() + len(address),
        )
