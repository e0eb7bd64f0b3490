"""Facts that are what they look like: mail and phone, street address, numbers of state and bank.

What they look like is found by `entities`; here it is told whose they are.
"""

import re
from collections.abc import Iterator

from auditor.extract import said
from auditor.extract.contact import email_kind
from auditor.extract.entities.entity import Entity
from auditor.extract.reading import Found, Reading
from auditor.model.fact import About, Polarity
from auditor.model.names import fold

NEAR = 60
"""Characters before a thing in which its bearer is named."""

_ROLES = re.compile(
    r"^(?:contact|info|infos|support|service|sav|help|hello|bonjour|noreply|no-reply|ne-pas-repondre|"
    r"press|presse|admin|webmaster|postmaster|abuse|dpo|rgpd|privacy|jobs|recrutement|rh|hr|billing|"
    r"admissions|reservations?|booking|secretariat|accueil|mairie|newsletter|sales|ventes|team|equipe)\b"
)
"""Mailboxes of an office, not of a person."""
_OFFICE = re.compile(
    r"\b(?:helpline|hotline|numero vert|standard|ligne d'ecoute|signaler|urgences?|pompiers|police|mairie|prefecture|"
    r"plombier|plumber|electricien|serrurier|docteur|dr|doctor|vets?|veterinaire|cabinet du|clinic's|surgery|"
    r"ref(?:erence)?s?\.?|part no\.?|item|modele|article|catalogue|ticket|gratuit|toll[- ]free|out of hours|"
    r"contactez(?!-moi| moi)|donnez|donner votre|whatsapp (?:him|her|them)|(?:email|call|text|mail) (?:him|her|them))\b"
)
_ME = re.compile(
    r"(?<!\w)(?:moi|je|j'|jai|mon|ma|mes|nous|notre|nos|me|my|i|i'm|im|mine|our|us|we|perso)(?!\w)"
)
_AT_OTHERS = re.compile(
    r"\b(?:chez (?!moi|nous)|(?:passe|passer|viens|va) (?:prendre|chercher)|pick(?:ing|in)? up"
    r"|(?:send|drop|post|deliver) .{0,40}\b(?:to|at)"
    r"|\w+'s (?:house|place|flat|new)|(?:his|her|their) (?:house|place|flat|address)"
    r"|(?:son|sa|leur) (?:adresse|appart|maison)"
    r"|(?:he|she|they|il|elle|ils|elles) (?:live|lives|habite|habitent|vit)"
    r"|(?:mon|ma|my) (?:pote|mate|friend|copine|copain|voisin)|lives at|habite au)\b"
)
_WHOLE = re.compile(r"\+(?:33[1-9]\d{8}|44[1-9]\d{9}|1[2-9]\d{9}|32\d{8,9}|41\d{9})")
"""Numbers of France, the United Kingdom, North America, Belgium, Switzerland with all their digits."""
_HOME = re.compile(
    r"\b(?:j'? ?habite|j'?vis|je vis|nous habitons|on habite|chez (?:moi|nous)|(?:mon|notre|my|our|new|nouvelle) "
    r"(?:adresse|address|place|flat|appart\w*|home|house)|(?:i|we)(?:'ve| have)? (?:live|moved)|at (?:mine|ours)|rappelle mon adresse)\b"
)
_WORK = re.compile(
    r"\b(?:je (?:bosse|travaille)|mon (?:bureau|cabinet|atelier|magasin|salon)|notre (?:bureau|cabinet|atelier|boutique)|"
    r"nos bureaux|i work|my (?:office|shop|studio|practice|surgery)|our (?:office|shop|studio|clinic|salon))\b"
)


def email(reading: Reading) -> Iterator[Found]:
    """An e-mail address, written out or with “at” and “dot”."""
    for each in _of("email", reading):
        local, _, domain = each.value.partition("@")
        about = About.OTHER if _ROLES.match(fold(local)) else _bearer(each, reading)
        around = reading.plain[max(0, each.start - NEAR) : each.end + NEAR // 2]
        yield _found(email_kind(domain, around), each, about)


def phone(reading: Reading) -> Iterator[Found]:
    """A phone number that a person could dial."""
    for each in _of("phone", reading):
        value = each.value
        # A number of no range in use is kept where it is a whole one: ranges kept for fiction, new ones.
        if each.valid or _WHOLE.fullmatch(value):
            # Ranges reserved for fiction have no type: French, British and American mobiles start alike.
            mobile = value.startswith(("+336", "+337", "+447", "+1"))
            kind = "phone_mobile" if mobile else "phone_other"
            yield _found(kind, each, _bearer(each, reading))


def address(reading: Reading) -> Iterator[Found]:
    """A street address: the subject's, their work's, or somebody else's."""
    for each in _of("address", reading):
        before = reading.plain[max(0, each.start - NEAR) : each.start]
        home, others = _HOME.search(before), _AT_OTHERS.search(before)
        if _WORK.search(before):
            yield _found("workplace_address", each, About.SUBJECT)
        elif others and not home:
            yield _found("third_party_address", each, About.OTHER)
        else:
            sure = home or (reading.own and _ME.search(before))
            yield _found("home_address", each, About.SUBJECT if sure else About.UNKNOWN)


def national_id(reading: Reading) -> Iterator[Found]:
    """A number of a state or of social security; one whose check digits fail is shown as less sure."""
    for each in _of("national_id", reading):
        yield _found("national_id", each, _bearer(each, reading))


def bank_account(reading: Reading) -> Iterator[Found]:
    """An account number (IBAN) or the number of a payment card."""
    for kind in ("iban", "card"):
        for each in _of(kind, reading):
            yield _found("bank_account", each, _bearer(each, reading))


def _of(type_: str, reading: Reading) -> Iterator[Entity]:
    return (each for each in reading.entities if each.type == type_)


def _found(kind: str, each: Entity, about: About) -> Found:
    checks = {True: "its check holds", False: "its check fails", None: ""}[each.valid]
    return Found(
        kind=kind,
        value=each.value,
        start=each.start,
        end=each.end,
        about=about,
        polarity=Polarity.ASSERTED,
        factor=each.score,
        why=tuple(filter(None, (f"{each.by}: {each.why}" if each.why else each.by, checks))),
    )


def _bearer(each: Entity, reading: Reading) -> About:
    """Whose a number is: an office's, somebody else's, or, in one's own words, one's own."""
    if not reading.own:
        return About.SUBJECT
    before = reading.plain[max(0, each.start - NEAR) : each.start]
    own = said.claimed(reading, each.start, each.end, played=True)
    if _OFFICE.search(before) or not own or said.of_another(reading, each.start, each.end):
        return About.OTHER
    return About.SUBJECT
