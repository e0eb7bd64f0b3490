"""Numbers of money and machines: payment cards, accounts, amounts, addresses of the internet."""

import re
from collections.abc import Iterator
from ipaddress import ip_address

from auditor.extract.entities.entity import Entity
from auditor.extract.entities.sight import Sight

_CARD = re.compile(r"(?<![\w.,+-])(?<!\d )\d(?:[ -]?\d){11,18}+(?![\w-])")
_CARD_CUE = re.compile(
    r"(?:cards?|carte|cb|cc|visa|master\s?card|amex|american express|maestro|credit|d[ée]bit|paiement|payment)\b",
    re.IGNORECASE,
)
_ISSUERS = re.compile(
    r"4\d{12}(?:\d{3}){0,2}$|5[1-5]\d{14}$|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$"
    r"|3[47]\d{13}$|3(?:0[0-59]|[689]\d)\d{11,16}$|(?:6011|64[4-9]\d|65\d\d)\d{12,15}$"
    r"|35(?:2[89]|[3-8]\d)\d{12}$|(?:50|5[6-9]|6\d)\d{10,17}$|(?:2131|1800)\d{11}$"
)
"""First digits and lengths of payment cards (ISO/IEC 7812 ranges as the schemes publish them)."""
_IBAN = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ \u00a0-]?[A-Z0-9]){11,30}+(?![a-z0-9])|"
    r"(?<![A-Za-z0-9])[a-z]{2}\d{2}(?:[ ]?[a-z0-9]){11,30}+(?![A-Za-z0-9])"
)
LENGTHS = {
    code: int(length)
    for code, length in (
        pair.split(":")
        for pair in (
            "AD:24 AE:23 AL:28 AT:20 AZ:28 BA:20 BE:16 BG:22 BH:22 BR:29 BY:28 CH:21 CR:22 CY:28 CZ:24 DE:22 "
            "DK:18 DO:28 EE:20 EG:29 ES:24 FI:18 FO:18 FR:27 GB:22 GE:22 GI:23 GL:18 GR:27 GT:28 HR:21 HU:28 "
            "IE:22 IL:23 IQ:23 IS:26 IT:27 JO:30 KW:30 KZ:20 LB:28 LC:32 LI:21 LT:20 LU:20 LV:21 MC:27 MD:24 "
            "ME:22 MK:19 MR:27 MT:31 MU:30 NL:18 NO:15 PK:24 PL:28 PS:29 PT:25 QA:29 RO:24 RS:22 SA:24 SC:31 "
            "SE:24 SI:19 SK:24 SM:27 ST:25 SV:28 TL:23 TN:24 TR:26 UA:29 VA:22 VG:24 XK:20"
        ).split()
    )
}
"""Letters of an account number by country (the IBAN registry)."""
_IP4 = re.compile(r"(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)(?:/\d{1,2}(?!\d))?")
_IP6 = re.compile(r"(?<![\w:.])(?=[0-9A-Fa-f]{0,4}:)[0-9A-Fa-f:]{3,39}(?![\w:])")
_VERSION = re.compile(r"(?:v|version|release|build)\W{0,2}$", re.IGNORECASE)
_AMOUNT = r"\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?"
_UNIT = r"(?:[ \u00a0]?(?:k|K|m|M|millions?(?: (?:d['’]|de|of))?|milliards?(?: d['’])?|billions?|bn)(?!\w))"
_MONEY = re.compile(
    rf"(?P<sign>(?:US|CA|C|A|AU|NZ)?[$€£¥]|\b(?:EUR|USD|GBP|CAD|CHF)\b)[ \u00a0]?(?P<amount>{_AMOUNT})(?!\d)(?P<unit>{_UNIT})?"
    rf"|(?<![\w.,])(?P<amount2>{_AMOUNT})(?P<unit2>{_UNIT})?[ \u00a0]?(?P<sign2>[€$£¥](?!\w)|(?:euros?|dollars?|"
    r"pounds?(?: sterling)?|livres sterling|francs suisses|swiss francs|EUR|USD|GBP|CAD|CHF|balles|bucks|quid)\b)",
    re.IGNORECASE,
)
_MONEY_GATE = re.compile(
    r"[$€£¥]|euros?\b|dollars?\b|pounds?\b|livres s|francs? su|swiss fr|\b(?:EUR|USD|GBP|CAD|CHF|balles|bucks|quid)\b",
    re.IGNORECASE,
)
_CURRENCY = {
    "€": "EUR", "euro": "EUR", "$": "USD", "us$": "USD", "dollar": "USD", "buck": "USD", "£": "GBP",
    "pound": "GBP", "quid": "GBP", "pounds sterling": "GBP", "livres sterling": "GBP", "ca$": "CAD",
    "c$": "CAD", "francs suisse": "CHF", "swiss franc": "CHF", "balle": "EUR", "¥": "JPY",
    "a$": "AUD", "au$": "AUD", "nz$": "NZD",
}  # fmt: skip


def card(sight: Sight) -> Iterator[Entity]:
    """A payment card: the first digits of an issuer, Luhn's check digit."""
    for match in _CARD.finditer(sight.text):
        digits = re.sub(r"\D", "", match.group())
        valid, known = luhn(digits), _ISSUERS.match(digits) is not None
        cue = _CARD_CUE.search(sight.before(match.start())) is not None
        score = _card_score(valid, known, cue, match.group())
        if score:
            why = "luhn" if valid else "cue" if cue else "shape"
            yield _number("card", match.start(), match.end(), digits, score, valid=valid, why=why)


def _card_score(valid: bool, known: bool, cue: bool, written: str) -> float:
    if valid and known:
        return 0.95 if cue or not written.isdigit() else 0.85
    if cue and (valid or known):
        return 0.5
    grouped = re.fullmatch(r"\d{4}([ -])\d{4}\1\d{4}\1\d{4}", written) is not None
    return 0.4 if grouped and known else 0.0


def luhn(digits: str) -> bool:
    """Does the last digit agree with the others?"""
    total = sum(int(each) for each in digits[-1::-2])
    total += sum(sum(divmod(2 * int(each), 10)) for each in digits[-2::-2])
    return total % 10 == 0 and int(digits) > 0


def iban(sight: Sight) -> Iterator[Entity]:
    """An international account number: the length of its country, the check of ISO 7064."""
    for match in _IBAN.finditer(sight.text):
        length = LENGTHS.get(match.group()[:2].upper())
        end = _nth(match.group(), length) if length else None
        if end is None:
            continue
        value = re.sub(r"[^A-Z0-9]", "", match.group()[:end].upper())
        valid = checked(value)
        start = match.start()
        score = 0.95 if valid else 0.6
        yield _number("iban", start, start + end, value, score, valid=valid, why="mod97")


def checked(value: str) -> bool:
    """Is the remainder by 97 the one that account numbers must have?"""
    return int("".join(str(int(each, 36)) for each in value[4:] + value[:4])) % 97 == 1


def _nth(written: str, count: int) -> int | None:
    """Where the written form ends that holds so many letters and digits."""
    seen = 0
    for at, char in enumerate(written):
        seen += char.isalnum()
        if seen == count:
            whole = at + 1 == len(written) or not written[at + 1].isalnum()
            return at + 1 if whole else None
    return None


def ip(sight: Sight) -> Iterator[Entity]:
    """An address of the internet protocol, old form or new."""
    for pattern in (_IP4, _IP6):
        for match in pattern.finditer(sight.text):
            value = _address(match.group().partition("/")[0])
            if value and not _VERSION.search(sight.before(match.start(), 12)):
                yield _number("ip", match.start(), match.end(), value, 0.9, valid=True, why="form")


def _address(written: str) -> str | None:
    try:
        return str(ip_address(written)) if any(map(str.isalnum, written)) else None
    except ValueError:
        return None


def money(sight: Sight) -> Iterator[Entity]:
    """An amount of money with its currency."""
    if not _MONEY_GATE.search(sight.text):
        return
    for match in _MONEY.finditer(sight.text):
        amount = match["amount"] or match["amount2"]
        unit = (match["unit"] or match["unit2"] or "").strip()
        sign = (match["sign"] or match["sign2"]).lower()
        currency = _CURRENCY.get(sign) or _CURRENCY.get(sign.rstrip("s")) or sign.upper()
        value = f"{plain_amount(amount)}{unit[:1].lower()} {currency}"
        yield _number("money", match.start(), match.end(), value, 0.9, valid=None, why=currency)


def plain_amount(written: str) -> str:
    """The amount without the signs between its thousands, with a dot before its cents."""
    cents = re.search(r"[.,](\d{1,2})$", written)
    whole = re.sub(r"\D", "", written[: cents.start()] if cents else written)
    return f"{int(whole)}.{cents[1].ljust(2, '0')}" if cents else str(int(whole))


def _number(
    kind: str, start: int, end: int, value: str, score: float, *, valid: bool | None, why: str
) -> Entity:
    return Entity(
        type=kind, start=start, end=end, value=value, score=score, valid=valid, by=kind, why=why
    )
