"""How the subject can be reached: e-mail, phone, address of a page, handle."""

import re
from collections.abc import Iterator

from auditor.extract.reading import Found, Reading
from auditor.model.names import fold

_EMAIL = re.compile(
    r"(?<![\w.+-])([\w+-]{1,40}(?:\.[\w+-]{1,40}){0,4})\s?(?:@|\(at\)|\[at\]|\sarobase\s)\s?"
    r"([\w-]{1,40}(?:(?:\.|\spoint\s|\sdot\s)[\w-]{2,24}){1,4})(?![\w@])",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?:\d[\s.\-()]{0,2}){7}")
_URL = re.compile(r"https?://[^\s<>\"'«»]{3,300}")
_ACCOUNT = re.compile(
    r"\b(?:insta(?:gram)?|snap(?:chat)?|twitter|tiktok|telegram|pseudo|handle|ig)\s?(?::|=|est|is)?\s?"
    r"@?([a-z0-9](?:[\w.]{1,28})[a-z0-9_])\b",
    re.IGNORECASE,
)
_FREE_MAIL = frozenset(
    "gmail googlemail hotmail outlook live yahoo orange wanadoo free laposte sfr proton protonmail "
    "icloud aol gmx bbox neuf numericable videotron sympatico msn mail".split()
)


def email(reading: Reading) -> Iterator[Found]:
    """An e-mail address, written out or with “at” and “dot”."""
    for match in _EMAIL.finditer(reading.text):
        domain = re.sub(r"\s(?:point|dot)\s", ".", match[2], flags=re.IGNORECASE)
        if "." in domain:
            yield Found(
                kind=email_kind(domain),
                value=f"{match[1]}@{domain}".lower(),
                start=match.start(),
                end=match.end(),
            )


def email_kind(domain: str) -> str:
    """A provider's mailbox is personal; one at a firm's own domain is taken for work."""
    return "email_personal" if fold(domain).split(".")[-2] in _FREE_MAIL else "email_work"


def phone(reading: Reading) -> Iterator[Found]:
    """A phone number that a person could dial."""
    if not _DIGITS.search(reading.text):
        return
    from phonenumbers import (
        Leniency,
        PhoneNumberFormat,
        PhoneNumberMatcher,
        PhoneNumberType,
        format_number,
        number_type,
    )

    taken: set[int] = set()
    mobile = {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE}
    for region in reading.regions:
        for match in PhoneNumberMatcher(reading.text, region, Leniency.POSSIBLE):
            if match.start in taken or not _dialled(match.raw_string, region):
                continue
            taken.add(match.start)
            value = format_number(match.number, PhoneNumberFormat.E164)
            known = number_type(match.number)
            # Ranges reserved for fiction have no type: French and British mobiles start alike.
            starts = value.startswith(("+336", "+337", "+447", "+1"))
            kind = "phone_mobile" if known in mobile or starts else "phone_other"
            yield Found(kind=kind, value=value, start=match.start, end=match.end)


def _dialled(raw: str, region: str) -> bool:
    """Is it written as people of that country dial? Years and prices are not."""
    digits = re.sub(r"\D", "", raw)
    if raw.strip().startswith(("+", "00")):
        return True
    if region in {"US", "CA"}:
        return len(digits) == 10 and digits[0] in "23456789" and digits[3] in "23456789"  # noqa: PLR2004
    return digits.startswith("0") and len(digits) in {10, 11}


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


def handle(reading: Reading) -> Iterator[Found]:
    """A handle the owner says is theirs on another network."""
    if not reading.own:
        return
    for match in _ACCOUNT.finditer(reading.text):
        if any(char in match[1] for char in "_.0123456789") or "@" in match.group():
            yield Found(
                kind="username", value=match[1].lower(), start=match.start(1), end=match.end(1)
            )
