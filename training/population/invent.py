"""Words that name nothing real: surnames, firms, schools, clubs, titles, handles; a number makes one word."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
Words = NDArray[np.object_]

ONSETS = (
    "b br c ch cl d dr f fl g gr gu h j k kr l m n p pl pr qu r s st t tr v vr w y z bl th".split()
)
NUCLEI = "a e i o u ou ai au é eu y ia io".split()
CODAS = ["", "", "", "", "r", "n", "l", "s", "c", "rd", "nt", "x", "z", "rn", "ck"]
ENDINGS = (
    (
        "ard aud ault ay eau el elle er et eux ez ic ier in is oux ol on ot ou oz uc ual ut y "
        "ac ec oc as os en an ec-h enn igou ette ine ossi ini ecchi eira ov sen mann berg ski ano"
    )
    .replace("-", "")
    .split()
)
FIRMS = tuple(
    "Ateliers Groupe Cabinet Transports Boulangerie Garage Menuiseries Laboratoire Imprimerie Studio "
    "Conserverie Clinique Librairie Pépinières Domaine Société Mutuelle Fonderie Cartonnerie Agence "
    "Assurances Bureau Constructions Charpentes Couverture Électricité Fournil Institut Jardins "
    "Maison Messageries Papeteries Pharmacie Plomberie Restaurant Résidence Salaisons Services "
    "Solutions Technologies Textiles Travaux Verrerie Vignobles".split()
)
CLUBS = tuple(
    "Chorale|Harmonie|Club de go|Ensemble|Amicale|Les Archers|Cyclo-club|Photo-club|Les Randonneurs|"
    "Judo-club|Orchestre|Compagnie|Théâtre|Les Joyeux|Football-club|Handball-club|Les Amis|Atelier|"
    "Fanfare|Les Nageurs|Rugby-club|Comité|Les Jardiniers|Échiquier|Astro-club|Philatélie".split(
        "|"
    )
)
TITLES = tuple(
    "{}|The {}|Les {}|{} et moi|La {}|Le {}|{} Blues|{} Club|DJ {}|{} II|Saga {}".split("|")
)
_MIX = np.uint64(0x9E3779B97F4A7C15)


def mixed(ids: Ids, salt: int) -> NDArray[np.uint64]:
    """A number for each id that looks drawn and is always the same (splitmix64)."""
    with np.errstate(over="ignore"):
        z = ids.astype(np.uint64) + np.uint64(salt) * _MIX
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))


def named(ids: Ids, make: Callable[[int], str], salt: int) -> Words:
    """The word of each id; ids that recur are made once."""
    different, back = np.unique(ids, return_inverse=True)
    made = [make(int(each)) for each in mixed(different, salt)]
    return np.array(made, dtype=object)[back] if made else np.empty(0, dtype=object)


def root(number: int) -> str:
    """Two syllables: ``Kervoz``, ``Talmire``."""
    number, first = divmod(number, len(ONSETS))
    number, vowel = divmod(number, len(NUCLEI))
    number, middle = divmod(number, len(ONSETS))
    number, coda = divmod(number, len(CODAS))
    ending = ENDINGS[number % len(ENDINGS)]
    return (ONSETS[first] + NUCLEI[vowel] + CODAS[coda] + ONSETS[middle] + ending).capitalize()


def syllables(number: int) -> str:
    """A handle that means nothing: ``zorblax``, ``mikaru``."""
    number, count = divmod(number, 2)
    parts = []
    for _ in range(2 + count):
        number, onset = divmod(number, len(ONSETS))
        number, vowel = divmod(number, 5)
        number, coda = divmod(number, len(CODAS))
        parts.append(ONSETS[onset] + NUCLEI[vowel] + CODAS[coda])
    return "".join(parts).replace("é", "e")


def firm(number: int) -> str:
    """``Ateliers Kervoz``."""
    rest, kind = divmod(number, len(FIRMS))
    return f"{FIRMS[kind]} {root(rest)}"


def club(number: int) -> str:
    """``Chorale Talmire``."""
    rest, kind = divmod(number, len(CLUBS))
    return f"{CLUBS[kind]} {root(rest)}"


def title(number: int) -> str:
    """A band, a game or a book: ``Les Talmire``."""
    rest, kind = divmod(number, len(TITLES))
    return TITLES[kind].format(root(rest))


def patron(number: int) -> str:
    """``Aude Kervoz``: somebody who never lived, after whom schools are named."""
    rest, given = divmod(number, len(_PATRONS))
    return f"{_PATRONS[given]} {root(rest)}"


_PATRONS = (
    "Aude Basile Célestin Delphine Edmond Fantine Gaspard Hermine Isidore Joséphine Léopold Mathurin "
    "Noémie Octave Philomène Rosalie Sidonie Théodore Ursule Zélie".split()
)
