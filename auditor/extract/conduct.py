"""Matters that a rule or a guard of linking must know of: justice, work, search for a job."""

import re
from collections.abc import Iterator
from dataclasses import replace

from auditor.extract.reading import Found, Reading
from auditor.model.fact import Polarity
from auditor.model.names import fold

_JUSTICE = re.compile(
    r"\b(?:au tribunal|tribunal correctionnel|(?:a été|est|été) (?:condamnée?|écrouée?|mise? en examen|jugée? pour)"
    r"|garde à vue|comparution immédiate|(?:mois|ans?) de prison|en prison|avec sursis"
    r"|(?:crown|county|criminal|magistrates['’]?) court|(?:was|were|been|is) (?:convicted|sentenced|arrested|charged with)"
    r"|(?:months?|years?) in (?:prison|jail)|suspended sentence|on probation)\b",
    re.IGNORECASE,
)
_CLEARED = re.compile(
    r"\b(?:jamais|pas|never|not|acquitt\w+|relaxée?|innocentée?|cleared)\b|n['’]t\b", re.IGNORECASE
)
"""Words that turn the matter round: it is said that it was not so."""
_MY_JUSTICE = re.compile(
    r"\b(?:ma garde à vue|mon procès|j['’]ai été (?:condamnée?|jugée?|arrêtée?)|mon retrait de permis|"
    r"I (?:was|got) (?:arrested|convicted|sentenced)|my (?:trial|dui|probation))\b",
    re.IGNORECASE,
)
_COMPLAINT = re.compile(
    r"\b(?:mon (?:chef|patron|boss|manager) est (?:un |une )?\w+|ras[- ]le[- ]bol (?:du|de ce) (?:taf|boulot|travail)|"
    r"boîte de merde|marre de (?:ce|mon) (?:taf|boulot|travail)|I hate my job|my boss is (?:a |an )?\w+|"
    r"sick of this job)\b",
    re.IGNORECASE,
)
_SEARCH = re.compile(
    r"\b(?:à l['’]écoute d['’]opportunités|en recherche (?:active )?d['’](?:emploi|un poste|un stage)|cherche (?:un |du )?"
    r"(?:stage|emploi|travail|boulot|job)|j['’]ai posé ma dém|open to work|looking for (?:a )?(?:job|work|new role)|"
    r"handed in my notice|job hunting)\b",
    re.IGNORECASE,
)
_ALCOHOL = re.compile(
    r"\b(?:gueule de bois|complètement (?:bourrée?|torchée?)|bourrée? comme|fumer un joint|de la beuh|"
    r"hungover|hangover|so drunk|got wasted|smoking weed)\b",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"\b(?:je suis|on est|I['’]?m|I am|we['’]re)\s(?P<status>célibataire|divorcée?|mariée?|fiancée?s?|pacsée?s?|veu(?:f|ve)|"
    r"single|divorced|married|engaged|widowed)\b",
    re.IGNORECASE,
)


def criminal_record(reading: Reading) -> Iterator[Found]:
    """A matter of justice, in the first person or about somebody named."""
    pattern = _MY_JUSTICE if reading.own else _JUSTICE
    if not reading.peopled:
        return
    cleared = _CLEARED.search(reading.text)
    for found in _each(pattern, reading, "criminal_record"):
        yield replace(found, polarity=Polarity.NEGATED) if cleared else found


def work_complaint(reading: Reading) -> Iterator[Found]:
    """Harsh words about one's own work."""
    if reading.own:
        yield from _each(_COMPLAINT, reading, "work_complaint")


def job_search(reading: Reading) -> Iterator[Found]:
    """The subject says they look for work."""
    if reading.own:
        yield from _each(_SEARCH, reading, "job_search")


def alcohol_drug(reading: Reading) -> Iterator[Found]:
    """A night out told in one's own words."""
    if reading.own:
        yield from _each(_ALCOHOL, reading, "alcohol_drug")


def family_status(reading: Reading) -> Iterator[Found]:
    """Single, married, divorced, said in the first person."""
    if reading.own:
        for match in _STATUS.finditer(reading.text):
            yield Found(
                kind="family_status",
                value=fold(match["status"]),
                start=match.start(),
                end=match.end(),
            )


def _each(pattern: re.Pattern[str], reading: Reading, kind: str) -> Iterator[Found]:
    for match in pattern.finditer(reading.text):
        yield Found(kind=kind, value=fold(match.group()), start=match.start(), end=match.end())
