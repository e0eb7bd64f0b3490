"""How old the subject is, said in so many words: after *I*, in a bio, at an event."""

import re
from collections.abc import Iterator

from auditor.extract import said
from auditor.extract.birth import OLDEST, WISH
from auditor.extract.dates import born_at_age
from auditor.extract.entities.spelled import SMALL, number
from auditor.extract.reading import Found, Reading

YOUNGEST = 13
"""Years; a smaller number after *at* is an hour, a child's age or a score (age for a network's account)."""
_AGE = re.compile(
    r"(?:(?<=\W)|^)(?:âgée?s?\s(?:de|d['’])\s?)?(?P<age>\d{1,3})\s?(?:ans\b(?!\sde\b|\sd['’]|\saprès|\splus)"
    r"|years?[\s-]old\b|yo\b|y/o\b)",
    re.IGNORECASE,
)
_WORDS = r"[a-z]{3,9}(?:[- ](?:et[- ])?[a-z]{2,9}){0,3}"
_YEARS = r"(?:ans|piges|balais|berges|printemps)"
_LASTS = r"(?!\s(?:de (?!moins|plus|vie)|d'(?!age)|apres|plus tard|que|qu'|pour|ensemble|avant|d'ecart|cette annee que))"
_MY_AGE = re.compile(
    rf"(?:j'? ?ai (?:\w+ )?|jai |(?:je )?viens d'avoir |je (?:vais avoir|fete|feterai|fais) (?:mes )?|"
    rf"du haut de mes |"
    rf"j'? ?aurai |pour mes )(?P<fr>\d{{1,3}}|{_WORDS}) ?{_YEARS}(?!\w){_LASTS}"
    rf"|(?:^|[|•·,/–—] ?|\n)(?P<bio>\d{{1,3}}) ?(?:{_YEARS}|yrs? old|years? old|yo|"
    rf"y/o)(?!\w){_LASTS}(?! (?:old )?\w+ (?:est|is)| \()"
    rf"|(?:^|(?<=[.!?|•,] ))a (?P<at>\d{{2}}) ?{_YEARS},? (?=on |je |j'|mon |ma |mes |jsuis|toujours|encore)"
    rf"|(?P<made>(?:fait|faite|divorcee?|mariee?|retraitee?|enceinte|veuve|veuf|celibataire|revenue?|"
    rf"devenue?|reconvertie?|seule?|maman|papa|etudiante?|permis)"
    rf"(?: \w+){{0,3}}) a (?P<when>\d{{2}}) ?{_YEARS}(?!\w)"
    r"|(?:^|(?:je suis|j'?suis|chuis?|jsuis|moi|je reste)(?: qu'?)?(?: \w+){0,2}? )(?:une? |qu'une? |"
    r"jeune |petite? |simple |grande? )*"
    r"(?:gamine?|gosse|femme|homme|mec|meuf|maman|papa|fille|gars|mere|pere|etudiante?|jeune|vieux|"
    r"vieille|retraitee?|nana|celibataire|"
    rf"infirmiere?|prof|artiste|lyceen|lyceenne|ado|dame|monsieur|"
    rf"garcon) de (?P<who>\d{{1,3}}) ?{_YEARS}(?= ?(?:[,.|!•(]|$|et |a |en |qui ))"
    rf"|(?:je vais sur (?:mes |les )?|j'approche (?:de )?(?:mes |les )?|(?:^|[.!?,] )(?:bientot|presque|"
    rf"deja) )(?P<soon>\d{{2}}) ?{_YEARS}(?!\w){_LASTS}"
    r"|(?:^|i'?m )(?:almost|nearly|pushing|approaching) (?P<nearly>\d{2})(?! ?(?:%|people|k\b|min|hours|"
    r"days|years|weeks|months|miles|km|of\b|per))(?=[ ,.!]|$)"
    r"|(?:i'?m|i am|im) (?:only |just |already |now |a |nearly |almost |"
    r"literally )?(?P<am>\d{1,3})(?! ?(?:%|min|hours?|hrs?|days?|weeks?|wks?|months?|km|miles|kg|lbs?|"
    r"am\b|pm\b|feet|ft|cm|st\b|nd\b|rd\b|th\b|/|:|'|\.\d|-\d|\$|£|€|minutes|mins|followers|points|pages|"
    r"steps|in\b|of\b|away|into|to\b|for\b|down|up\b|on\b|x\b|degrees|percent|pounds|levels?|seconds|"
    r"people|episodes|chapters|and a half (?:hours|weeks|months)|\d|weeks))\b"
    r"|(?:i |i'll |i'm |im |just |about to |ill )?(?:be )?turn(?:ed|s|ing)? (?P<turned>\d{1,3})(?!\w| ?%)"
    rf"|(?P<young>\d{{1,3}}|{_WORDS}) years? young"
    rf"|(?:i'?m|i am|im) (?:a )?(?P<spelled>{_WORDS}|\d{{1,3}})[- ]years?[- ]old"
    r"|(?:came out|retired|divorced|widowed|pregnant|graduated|married|started over|single|"
    r"back to school|learn(?:ed|ing|t)?|still)(?: [\w'-]+){0,6} at (?:age )?(?P<event>\d{2})(?![\w:%]|"
    r" ?(?:am|pm|o'clock))"
    r"|(?:^|(?<=[.!?|•,] ))at (?P<front>\d{2}),? (?=i |i'm |i've |im |my |and (?:still|single))"
    r"|my (?P<nth>\d{2})(?:th|st|nd|rd) (?:birthday|bday)"
    r"|(?:^(?P<first>[2-8]\d),? and (?=finally|still|just|never|proud|counting|feeling|only|already|"
    r"loving|single|learning))|(?:a|pour) mon (?:grand )?age,? (?P<mine>\d{2,3}) ?(?:ans|piges|balais)|"
    r"(?:just )?hit[^.!?]{0,20}, (?P<hit>\d{2}) years old|(?:^|[|•,/ ])(?P<sexed>[2-6]\d|1[3-9]) ?/?(?:f|"
    r"m|nb)(?= ?(?:[|•,/)]|$))"
    r"|(?<![\w/])[fm] ?/ ?(?P<sexed2>[2-6]\d|1[3-9])(?!\w)"
    r"|(?:^|[|•·\n] ?)age ?:? ?(?P<aged>\d{1,3})(?!\w)"
)
"""In one's own words an age is one's own after *I*, or where a bio lists it; else it is a child's, a wine's."""
_FIGURATIVE = re.compile(
    r"\b(?:il y a|depuis|pendant|dans|après|for|ago|de retard|de mariage)\s*$", re.I
)
_YEARS_OF = re.compile(
    r"\b(?:experience|carriere|career|metier|service|mariage|marriage|garantie|bail|retard|permis|"
    r"emprunt|anciennete)\b"
)
_TURNING = re.compile(r"turning|just|about to|i'll|i'm")
_LATELY = re.compile(
    r"[^.!?]{0,12}(?:today|yesterday|tomorrow|this (?:week|month|year)|next|last (?:week|month|night)|"
    r"on (?:the|mon|tue|wed|thu|fri|sat|sun)|in (?:a|two|three|\d))"
)
SHORT = 14
"""Words of a bio in which an age may follow a comma (own choice)."""
_SENTENCE = re.compile(
    r"(?<!\w)(?:est|sont|etait|a|ont|avait|ete|is|are|was|were|has|have|had|said|dit|selon|anniv\w*|birthday|"
    r"fils|fille|soeur|frere)(?!\w)"
)
_GROUPS = "fr bio first mine hit at when who soon nearly am turned young spelled event front nth sexed sexed2 aged".split()


def age(reading: Reading) -> Iterator[Found]:
    """An age said in so many words."""
    yield from (_own_age(reading) if reading.own else _age_of_others(reading))


def _age_of_others(reading: Reading) -> Iterator[Found]:
    if WISH.search(reading.text):
        return
    for match in _AGE.finditer(reading.text):
        before = reading.text[max(0, match.start() - 16) : match.start()]
        if 0 < int(match["age"]) <= OLDEST and not _FIGURATIVE.search(before):
            yield _aged(reading, int(match["age"]), match.start(), match.end())


def _own_age(reading: Reading) -> Iterator[Found]:
    done = 0
    for match in _MY_AGE.finditer(reading.plain):
        which = next(each for each in _GROUPS if match[each] is not None)
        years = int(match[which]) if match[which].isdigit() else _spelled(match[which])
        start, end = match.start(which), match.end()
        least = 1 if which in {"fr", "spelled", "who"} else YOUNGEST
        if start < done or not least <= years <= OLDEST:
            continue
        if said.of_another(reading, start, end) or not said.claimed(reading, start, end):
            continue
        if _YEARS_OF.search(reading.plain, end, end + 24):
            continue
        if which.startswith("sexed") and reading.text[start:end].islower():
            continue
        if which == "bio" and not _in_list(reading, match.start()):
            continue
        lately = _TURNING.search(match.group()) or _LATELY.match(reading.plain[end:])
        if which == "turned" and not lately:
            continue
        done = end
        yield _aged(reading, years, start, end)


def _in_list(reading: Reading, at: int) -> bool:
    """Is it an entry of a bio? After a comma, only where the whole text is one."""
    if not reading.plain[:at].strip() or reading.plain[at] != ",":
        return True
    return (
        len(reading.marks) <= SHORT and not _SENTENCE.search(reading.plain) and not reading.mentions
    )


def _spelled(words: str) -> int:
    """The number in words; 0 where they are none."""
    parts = re.split(r"[ -]", words)
    return number(words) if all(each in SMALL or each in {"et", "and"} for each in parts) else 0


def _aged(reading: Reading, years: int, start: int, end: int) -> Found:
    period = born_at_age(years, reading.published_on) if reading.published_on else None
    return Found(kind="age", value=str(years), start=start, end=end, period=period)
