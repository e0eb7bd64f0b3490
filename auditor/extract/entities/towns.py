"""The words of a town: where they begin and end, whether the gazetteer knows them."""

import re
from collections.abc import Iterator

from auditor.extract.entities.codes import LOWER_TOWN
from auditor.extract.lexicon import Lexicon
from auditor.model.names import fold

NOT_TOWN = frozenset(
    "tel telephone fax mobile phone portable email mail e-mail bureau le la les the i je il elle we you he she it "
    "january february march april may june july august september october november december janvier fevrier "
    "mars avril mai juin juillet aout septembre octobre novembre decembre please and et date "
    "monsieur madame mr mrs mme dr desk office website web contact nom name".split()
)
FIRM = frozenset("rue avenue boulevard bd allee impasse quai chemin square street road".split())
"""Words that begin another street, not a town."""
_CODE_AND_TOWN = re.compile(
    rf"(?<![\w.,/+€$£-])(?P<code>\d{{5}})[ ]{{1,2}}(?P<town>{LOWER_TOWN.pattern})"
)


def known(words: str, lexicon: Lexicon) -> str | None:
    """The longest beginning of the words that is a town's name."""
    while words:
        if lexicon.place(words) is not None:
            return words
        words = words.rpartition(" ")[0]
    return None


def codes_beside_towns(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Postcodes before a known town, without a street."""
    for match in _CODE_AND_TOWN.finditer(text):
        if known(match["town"], lexicon):
            yield match.span("code")


def alone(words: str, lexicon: Lexicon) -> str:
    """The town without the region or the country that a space parts from it."""
    parts = words.split(" ")
    for count in range(1, min(4, len(parts))):
        if fold(" ".join(parts[-count:])) in lexicon.countries:
            return " ".join(parts[:-count])
    if len(parts) > 1 and re.fullmatch("[A-Z]{1,3}", parts[-1]) and known(words, lexicon) != words:
        return " ".join(parts[:-1])
    return words


def before_others(words: str) -> str:
    """The words up to one that begins something else: “Paris Tel” is Paris."""
    kept: list[str] = []
    for word in words.split(" "):
        if fold(word).strip(".:") in NOT_TOWN and kept:
            break
        if fold(word) in NOT_TOWN - {"le", "la", "les", "the"}:
            return ""
        kept.append(word)
    return " ".join(kept)
