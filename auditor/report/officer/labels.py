"""The officer's words: places, tables, standings, stages, sources, grounds, and counted nouns."""

from auditor.model.screening_rule import Place, Seen, Standing, Table
from auditor.model.text import Text, say
from auditor.report.inert import visible
from auditor.report.words import Words

PLACES = {
    Place.FR: say("France"),
    Place.QC: say("Québec"),
    Place.CA: say("Canada outside Québec"),
    Place.BE: say("Belgium"),
    Place.CH: say("Switzerland"),
    Place.DE: say("Germany"),
    Place.UK: say("United Kingdom"),
    Place.US: say("United States"),
    Place.EU: say("European Union"),
}
EVERYWHERE = "all"
"""The pack of what is asked in every place."""
TABLES = {
    Table.LOOKS: say("table of looks"),
    Table.CANDIDATES: say("table of candidates"),
    Table.PRACTICE: say("table of the employer’s practice"),
}
STANDINGS = {
    Standing.LAW: say("law"),
    Standing.GUIDANCE: say("guidance of the authority"),
    Standing.DEBATED: say("debated here"),
    Standing.PRACTICE: say("good practice here"),
}
EXPLAINED = {
    Standing.LAW: say("A text that binds the employer in this place."),
    Standing.GUIDANCE: say("What the authority of the place publishes on how it reads the law."),
    Standing.DEBATED: say(
        "Authors or courts of the place are divided: decide, and write down why."
    ),
    Standing.PRACTICE: say("Asked by law or guidance elsewhere; here it is prudent."),
}
SEEN = {
    Seen.TEXT: say("the text was read"),
    Seen.SUMMARY: say("a summary was read, not the text"),
    Seen.MEMORY: say("from memory: read the text before you rely on it"),
}
STAGES = {
    "sourcing": say("sourcing"),
    "shortlist": say("shortlist"),
    "interview": say("interview"),
    "conditional_offer": say("conditional offer"),
    "hired": say("hired"),
}
SOURCES = {
    "professional_network": say("professional network"),
    "personal_network": say("personal network"),
    "search_engine": say("web search engine"),
    "candidate_supplied": say("given by the candidate"),
    "register": say("public register"),
    "vendor": say("outside provider"),
}
GROUNDS = {
    "appearance": say("appearance"),
    "origin": say("origin"),
    "residence": say("place of residence"),
    "health": say("health"),
    "disability": say("disability"),
    "pregnancy": say("pregnancy"),
    "family_status": say("family situation"),
    "religion": say("religion"),
    "politics": say("political opinions"),
    "union": say("union activity"),
    "orientation": say("sexual orientation"),
    "gender_identity": say("gender identity"),
    "age": say("age"),
    "sex": say("sex"),
    "genetics": say("genetic traits"),
    "language": say("language (other than a skill)"),
    "name": say("surname"),
    "bank_domicile": say("where one banks"),
    "hardship": say("economic hardship"),
    "whistle_blower": say("being a whistle-blower"),
}
_COUNTS = {
    "looks": (say("no look"), say("one look"), say("%(count)s looks")),
    "candidates": (say("no candidate"), say("one candidate"), say("%(count)s candidates")),
    "points": (
        say("no point to verify"),
        say("one point to verify"),
        say("%(count)s points to verify"),
    ),
    "rules": (say("no rule"), say("one rule"), say("%(count)s rules")),
    "rows": (say("no row"), say("one row"), say("%(count)s rows")),
    "files": (say("no file"), say("one file"), say("%(count)s files")),
    "months": (say("no month"), say("one month"), say("%(count)s months")),
    "overdue": (
        say("nothing overdue"),
        say("one row is past its day"),
        say("%(count)s rows are past their day"),
    ),
}


def count(words: Words, noun: str, number: int) -> str:
    """A counted noun: “no look”, “one look”, “240 looks”."""
    form = _COUNTS[noun][min(number, 2)]
    return words(Text(form.id, (("count", words.number(number)),)) if number > 1 else form)


def name(words: Words, known: dict[str, Text], key: str) -> str:
    """The word for a value of ours; a value that is none of ours as it is written."""
    return words(known[key]) if key in known else visible(key)


def pack(words: Words, key: str) -> str:
    """Where a law holds."""
    if key == EVERYWHERE:
        return words(say("Everywhere"))
    return words(PLACES[Place(key)]) if key in set(Place) else visible(key)


def within(severity: int) -> int:
    """A severity that has a word: 1 to 5."""
    return min(5, max(1, severity))
