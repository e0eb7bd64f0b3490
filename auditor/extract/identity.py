"""The names that the owner gives of themself: introduced, signed with, booked under."""

import re
from collections.abc import Iterator

from auditor.extract import said
from auditor.extract.reading import Found, Reading
from auditor.model.names import fold

_INTRODUCED = re.compile(
    r"(?<!\w)(?:je m'? ?appel+e|j'?m'? ?appel+e|je me nomme|signee? :|signed,|"
    r"c'est (?=[^.!?\n]{3,40} (?:qui vous (?:parle|ecrit)|a l'appareil|du \d))|"
    r"inscription[^.!?\n:]{0,20} :|mon vrai nom ?[:?]?|je m'appelle bien|je me prenomme|moi,? ?c'? ?est|"
    r"appelez[ -]moi|appelle[ -]moi|"
    r"(?<!they )(?<!people )(?<!all )(?<!everyone )(?<!mates )(?<!friends )(?<!folks )(?<!kids )call me|"
    r"enchantee?,|nice to meet you,? i'?m|mon (?:petit )?(?:nom|prenom|nom complet)(?: c'| c| est|"
    r" c'est)|"
    r"(?:nom et prenom|nom complet|prenom|nom) ?:|je me presente[^.!?\n:]{0,20}:?|"
    r"(?:reserv|commande|table|inscrite?|enregistre|dossier|billet|colis)\w* au nom (?:de|d')|"
    r"my (?:full legal |full |real |legal |first |given |proper )?name(?:'?s| is| =|:)|(?:full )?name ?:|"
    r"(?:the )?name'?s|"
    r"(?:booked|registered|reserved|listed|filed|order) (?:under|in the name of)|under the name(?: of)?)[\s,:]{1,3}"
)
"""After these a name is a name, known or not."""
_HINTED = re.compile(r"(?<!\w)(?:je suis|j'?suis|chuis|chui|ici|i'?m|i am|it'?s|cest|c'est)\s")
"""After these it must be a name that the tables know."""
_GREETED = re.compile(
    r"^(?:\W{0,4}(?:bonjour|bonsoir|coucou|salut|hello|hey(?:a)?|hi+|yo|hiya|evening|morning|"
    r"good morning)(?: \w+)?\W{1,4})$"
)
_HERE = re.compile(
    r"\s(?:here|a l'appareil|au clavier|speaking|au micro|from (?:\d|flat|number|next door|across))"
)
_SMALL = re.compile(
    r"(?P<given>[^\W\d_]{3,20})(?:(?P<surname> [^\W\d_]{3,20})(?=\s?(?:[,.!;]|$)))?", re.IGNORECASE
)
_NEE = re.compile(r" ?\(n[ée]e (?=[A-ZÀ-Ý])")
_CLOSED = re.compile(
    r"(?<!\w)(?:cordialement|bien a vous|cdlt|cdt|amicalement|sinceres salutations|salutations distinguees|"
    r"(?:best|kind|warm|kindest) regards|regards|best wishes|yours (?:truly|sincerely|faithfully)|sincerely|"
    r"respectfully)[\s,.:!-]{1,4}"
)
_WARM = re.compile(
    r"(?<!\w)(?:bisous?|bises|biz|a bientot|a tres vite|bonne (?:journee|soiree|semaine)|prenez soin|merci d'avance|"
    r"je vous embrasse|je t'embrasse|love|cheers|thanks|all the best|take care|hugs|see you|lots of love|hope)(?!\w)"
)
_KISSES = re.compile(r"^\s*(?:x{1,4}|xo(?:xo)?|[^\w\s]{1,4})?\s*$")
_WORD = r"[A-ZÀ-ÝŁŚŻĐ][\w’'-]{1,24}"
_RUN = re.compile(
    rf"{_WORD}(?:[ ](?:(?:de|du|des|d['’]|la|le|van|von|der|den|el|al|ben|bin|da|dos|do|"
    rf"di)[ ]?){{0,2}}{_WORD}){{0,3}}"
)


def own_name(reading: Reading) -> Iterator[Found]:
    """The name that someone says is theirs, first name or both."""
    if not reading.own or reading.shouted:
        return
    seen: set[int] = set()
    told = (
        each
        for each in (*_introduced(reading), *_hinted(reading), *_here(reading))
        if said.claimed(reading, *each, played=True)
    )
    for start, end in (*told, *_signed(reading)):
        if start in seen:
            continue
        seen.add(start)
        whole = " " in reading.text[start:end].strip()
        yield Found(
            kind="full_name" if whole else "first_name",
            value=reading.text[start:end],
            start=start,
            end=end,
        )


def _introduced(reading: Reading) -> Iterator[tuple[int, int]]:
    for match in _INTRODUCED.finditer(reading.plain):
        end = _name_at(reading, match.end()) or _small_name_at(reading, match.end())
        if end:
            yield match.end(), end


def _hinted(reading: Reading) -> Iterator[tuple[int, int]]:
    for match in _HINTED.finditer(reading.plain):
        known = reading.mention_at(match.end(), match.end() + 1)
        if known and known.start == match.end() and _told_name(known.text, reading):
            yield known.start, known.end
        elif _GREETED.match(reading.plain[: match.start()]):
            end = _name_at(reading, match.end()) or _small_name_at(reading, match.end())
            if end:
                yield match.end(), end


def _here(reading: Reading) -> Iterator[tuple[int, int]]:
    """“Siobhan Tarraghty here”, “Deirdre Halpenny (née Mulcreevy)”."""
    for each in reading.mentions:
        before = reading.plain[: each.start].rstrip()
        begins = (
            not before
            or before[-1] in ",.!:-"
            or before.endswith(("this is", "ici", "it's", "its"))
        )
        born = each.whole and _NEE.match(reading.text, each.end)
        here = begins and _a_name(each.text, reading) and _HERE.match(reading.plain, each.end)
        if here or (born and said.opens(reading, each.start)):
            yield each.start, each.end


def _signed(reading: Reading) -> Iterator[tuple[int, int]]:
    """A name under a letter: after its closing words, or alone at the end of a text that has some."""
    for match in _CLOSED.finditer(reading.plain):
        end = _name_at(reading, match.end())
        if end:
            yield match.end(), end
    for each in reading.mentions[-1:]:
        before, after = reading.text[: each.start].rstrip(), reading.plain[each.end :]
        warm = _WARM.search(reading.plain[-120:]) or "x" in after
        if warm and before[-1:] in {".", "!", "?", "…", "\n"} and _KISSES.match(after):
            yield each.start, each.end


def _name_at(reading: Reading, at: int) -> int | None:
    """The end of the capitalised name that begins there."""
    known = reading.mention_at(at, at + 1)
    if known and known.start == at and not known.bare:
        return known.end
    run = _RUN.match(reading.text, at)
    return at + len(run.group()) if run and _a_name(run.group(), reading) else None


def _small_name_at(reading: Reading, at: int) -> int | None:
    """The end of a given name written without its capital, and of the surname that ends the clause."""
    word = _SMALL.match(reading.text, at)
    folded = fold(word["given"]) if word else ""
    if word is None or folded not in reading.lexicon.given or folded in reading.lexicon.ordinary:
        return None
    return word.end() if word["surname"] else word.end("given")


def _told_name(words: str, reading: Reading) -> bool:
    return not words.isupper() and _a_name(words, reading)


def _a_name(words: str, reading: Reading) -> bool:
    """No everyday word, no people of a country, no town alone."""
    parts = fold(words).split()
    if (
        parts[0] in reading.lexicon.ordinary
        or parts[0] in reading.lexicon.nations
        or parts[0] in reading.lexicon.countries
    ):
        return False
    town = reading.lexicon.place(words) is not None and parts[0] not in reading.lexicon.given
    return not town
