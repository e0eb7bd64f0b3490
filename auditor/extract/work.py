"""Where someone works and as what: pages about others, bios and posts with their years.

What one says of oneself in sentences is read by cues (`rules/recognizers/work`).
"""

import re
from collections.abc import Iterator

from auditor.extract.reading import Found, Reading
from auditor.model.fact import Polarity
from auditor.model.names import fold

_WORKS = re.compile(
    r"(?<!\w)(?:(?:travaille|bosse|travaillais|bossais|embauchee?|stagiaire|salariee?|works?|working|worked|hired|intern)"
    r"(?: (?:maintenant|toujours|actuellement|now|currently))? (?:chez|pour|a|at|for|by)(?: (?:le|la|the|l'))?"
    r"|(?:poste|cdi|cdd|job|stage) (?:chez|at))(?!\w)"
)
_COMPANY = re.compile(
    r"[A-ZÀ-Ý0-9][\w&’'.-]{0,40}(?:\s(?:de|du|des|d['’]|la|et|&|of|and|[A-ZÀ-Ý0-9][\w&’'.-]{0,40}))*"
)
_PAST = frozenset("travaillais bossais worked".split())
_NOT = re.compile(r"(?:\b(?:ne|n['’]|pas|plus|not|never|no longer)|n['’]t)\s*(?:\w+\s){0,2}$", re.I)
_SELF_CUE = re.compile(
    r"\b(?:je suis|j['’]étais|moi,?|en tant que|comme|mon métier\s?:?|I['’]?m|I am|as)\s(?:an?\s|une?\s)?$",
    re.IGNORECASE,
)
_BY_TRADE = re.compile(r"^\s(?:de métier|de profession|by trade)\b", re.IGNORECASE)
_BIO_END = re.compile(
    r"\s?(?:[.|•·/@&–—(]|-\s|$|\n|,\s(?!(?:you|tu|vous|please|pls|svp|i|je)\b)|\s(?:chez|depuis|since|by|à|in|et fière?|and proud)\b)",
    re.IGNORECASE,
)
"""What follows a job that opens a bio: “Nurse. Leeds”, “Infirmière, deux enfants”."""
_HAILED = frozenset(
    "doctor docteur chef boss maitre professor professeur teacher coach patron captain officer nurse waiter mayor maire "
    "president model star artist artiste guide pilot judge juge minister ministre driver chauffeur player joueur secretary "
    "general pastor priest singer actor actress rapper poet host dj producer writer author journalist reporter".split()
)
"""Titles that others are hailed by or that open headlines."""
_TITLE = (
    r"(?:head|director|manager|chief|lead|leader|officer|vice[- ]president|vp|president|partner|founder|engineer|consultant|"
    r"analyst|assistant|editor|designer|developer|teacher|lecturer|researcher|accountant|coordinator|specialist|intern|"
    r"trainee|associate|executive|supervisor|clerk|nurse|technician|ceo|cto|cfo|coo|directeur|directrice|responsable|"
    r"cheffe?|chargée?|ingénieure?|consultante?|gérante?|cadre|commerciale?|comptable|assistante?|fondateur|fondatrice|"
    r"présidente?|infirmi(?:er|ère)|aide-soignante?|sage-femme|développeu(?:r|se)|professeure?|enseignante?|journaliste|juriste|technicien(?:ne)?|stagiaire|"
    r"alternante?|vendeu(?:r|se)|conseill(?:er|ère)|chercheu(?:r|se)|acheteu(?:r|se)|régisseu(?:r|se))"
)
_POST = re.compile(
    rf"(?:^|(?<=[.!?:|•\n]\s)|(?<=\n))(?P<title>(?:[\w’'-]+\s){{0,3}}?{_TITLE}\b(?:\s[\w’'-]+){{0,4}}?)"
    r"(?:,\s(?:service|unité|ward|department)\s[\w&-]{1,20})?(?:,\s|\s(?:chez|at|@|de|des|du|for)\s|\sd['’])"
    r"(?P<firm>[A-ZÀ-Ý][\w&’'.-]{0,40}(?:\s(?:(?:de|du|des|la|et|&|of|and)\s)?[A-ZÀ-Ý0-9][\w&’'.-]{0,40}){0,4})"
    r",?\s\(?(?:(?:since|depuis)\s(?:19|20)\d\d|(?:19|20)\d\d\s?(?:-|–|to|à|until|/)\s?(?:(?:19|20)\d\d|present|now|today|aujourd['’]hui))",
    re.IGNORECASE,
)
"""A post as a curriculum writes it: “Sales director, Hanselin Textiles, 2011 to 2018”."""


_WARD = re.compile(
    r"(?:(?:service|urgences|bloc|réa(?:nimation)?|gériatrie|maternité|pédiatrie|cardio(?:logie)?|ward|theatre|A&E|icu)(?:\s\d{0,2}[A-Z]?\d{0,2})?"
    r"|\b\d{1,2}[A-Z])\s(?:à|au|at|de|of|,)\s(?:l['’])?"
    r"(?P<firm>(?:(?:hôpital|clinique|CHU|CH|hospital)\s)?[A-ZÀ-Ý][\w’'-]{1,40}(?:\s[A-ZÀ-Ý][\w’'-]{1,40}){0,3})"
)
"""A ward and its hospital, where someone of that trade speaks: “infirmière au 3B à Sainte-Alba”."""


def employer(reading: Reading) -> Iterator[Found]:
    """An employer named after “je bosse chez”, “I work at”; a ward with its hospital, beside one’s trade."""
    for match in _WARD.finditer(reading.text) if reading.peopled else ():
        place = reading.lexicon.place(match["firm"])
        if place is None and next(reading.spot("jobs"), None) is not None:
            start, end = match.span("firm")
            yield Found(kind="employer", value=match["firm"], start=start, end=end)
    if reading.own or not reading.peopled:
        return
    for match in _WORKS.finditer(reading.plain):
        company = _COMPANY.match(reading.text, match.end() + 1) or _COMPANY.match(
            reading.text, match.end()
        )
        if company is None or _NOT.search(reading.text[: match.start()]):
            continue
        name = re.sub(r"\s(?:de|du|des|la|et|of|and|&)$", "", company.group()).rstrip(".")
        if reading.mention_at(company.start(), company.end()) and not _head(name, reading):
            continue
        yield Found(
            kind="employer",
            value=name,
            start=company.start(),
            end=company.start() + len(name),
            polarity=Polarity.NEGATED if match.group().split()[0] in _PAST else Polarity.ASSERTED,
        )


def job_title(reading: Reading) -> Iterator[Found]:
    """A job that opens a bio, or stands beside a name: “Nurse. Leeds”, “dessinateur de métier”."""
    best: dict[int, tuple[int, int]] = {}
    for match in reading.spot("jobs"):
        start, end = match.start, _whole(reading.text, match.end)
        if not any(low <= start < high for low, high in best.values()):
            best[start] = (start, end)
    for start, end in best.values():
        if _said_of_someone(reading, start, end):
            words = reading.text[start:end]
            yield Found(kind="job_title", value=fold(words), start=start, end=end)


def post(reading: Reading) -> Iterator[Found]:
    """A post with its years, as a curriculum writes it: the title, the firm, the claim."""
    if not reading.own:
        return
    for match in _POST.finditer(reading.text):
        if not match["firm"][0].isupper():
            continue
        for kind, part in (("career_claim", 0), ("job_title", "title"), ("employer", "firm")):
            start, end = match.span(part)
            yield Found(kind=kind, value=fold(match.group(part)), start=start, end=end)


def _said_of_someone(reading: Reading, start: int, end: int) -> bool:
    """A job counts at the start of one's own bio; elsewhere after a cue, or beside a name."""
    if reading.own:
        return (
            not any(sign.isalnum() for sign in reading.text[:start])
            and fold(reading.text[start:end]) not in _HAILED
            and bool(_BIO_END.match(reading.text, end))
        )
    if _SELF_CUE.search(reading.text[:start]) or _BY_TRADE.match(reading.text[end:]):
        return True
    return bool(reading.mentions)


def _whole(text: str, end: int) -> int:
    """A compound goes on after its hyphen: ``dessinateur-projeteur``."""
    rest = re.match(r"-\w+", text[end:])
    return end + rest.end() if rest else end


def _head(name: str, reading: Reading) -> bool:
    return fold(name.split(maxsplit=1)[0]) in reading.lexicon.organisations
