"""The comparisons of the house over many rows: the levels and weights of the engine for one person.

Rows are read by that engine's own functions (`read`), so that what is left to a database is to ask
whether two lists share a word. docs/cohort.md tells which levels it cannot ask for.
"""

from auditor.link.cohort.dialect import Dialect
from auditor.link.cohort.levels import Compared, Condition, Step, either_missing, same
from auditor.link.compare.pictures import SAME, VARIANT
from auditor.link.compare.places import AREA, NEAR
from auditor.link.compare.relations import CLOSE

_EARTH = 6371.0
"""Kilometres from the centre (as in `auditor.link.compare.places`)."""
STAY = 3
"""Years between two class years of one school beyond which two people are meant (`compare.study`)."""


def _share(column: str) -> Condition:
    return lambda dialect: dialect.share(f"{column}_l", f"{column}_r")


def _alike(column: str, least: float) -> Condition:
    return lambda dialect: f"{dialect.alike(f'{column}_l', f'{column}_r')} >= {least}"


def _start(column: str) -> str:
    return f"(length({column}_l) = 1 OR length({column}_r) = 1)"


def _begins(column: str) -> str:
    return f"{_start(column)} AND left({column}_l, 1) = left({column}_r, 1)"


def _near(most: float) -> str:
    """The great circle between two towns, by the haversine."""
    half = (
        "pow(sin(radians(town_lat_r - town_lat_l) / 2), 2) + cos(radians(town_lat_l)) * "
        "cos(radians(town_lat_r)) * pow(sin(radians(town_lon_r - town_lon_l) / 2), 2)"
    )
    return f"{2 * _EARTH} * asin(sqrt({half})) <= {most}"


def _crossed(dialect: Dialect) -> str:
    turned = dialect.share("givens_l", "surnames_r"), dialect.share("surnames_l", "givens_r")
    return f"length(surname_l) > 1 AND length(surname_r) > 1 AND {turned[0]} AND {turned[1]}"


_GIVEN = Compared(
    name="given",
    columns=("given", "surname"),
    missing=either_missing("given"),
    steps=(
        Step(name="initial", when=_begins("given"), shares=("given",)),
        Step(name="unlike", when=_start("given")),
        Step(name="same", when=_share("givens"), shares=("given",)),
        Step(name="nickname", when=_share("given_means"), shares=("given",)),
        Step(name="crossed", when=_crossed, shares=("given", "surname")),
        Step(name="differs", when="ELSE"),
    ),
    tells={},
)
_SURNAME = Compared(
    name="surname",
    columns=("given", "surname"),
    missing=either_missing("surname"),
    steps=(
        Step(name="initial", when=_begins("surname"), shares=("surname",)),
        Step(name="unlike", when=_start("surname")),
        Step(name="same", when=_share("surnames"), shares=("surname",)),
        Step(name="close", when=_alike("surname", CLOSE)),
        Step(name="differs", when="ELSE"),
    ),
    tells={},
)
_LIKELY = Compared(
    name="likely",
    columns=("likely",),
    missing=either_missing("likely"),
    steps=(Step(name="both", when=same("likely")), Step(name="unlike", when="ELSE")),
    tells={},
)
_HANDLE = Compared(
    name="handle",
    columns=("handle",),
    missing=either_missing("handle"),
    steps=(
        Step(
            name="made",
            when=f"{same('handle')} AND (made_bits_l IS NOT NULL OR made_bits_r IS NOT NULL)",
            shares=("made",),
            rarest=True,
        ),
        Step(name="same", when=same("handle"), shares=("handle",)),
        Step(name="differs", when="ELSE"),
    ),
    tells={},
)
_BEYOND = Compared(
    name="beyond",
    columns=("handle",),
    missing=either_missing("handle"),
    steps=(
        Step(name="same", when=same("handle"), shares=("handle",)),
        Step(name="differs", when="ELSE"),
    ),
    tells={},
)
_BIRTH = Compared(
    name="birth",
    columns=("birth_year",),
    missing=either_missing("birth_year"),
    steps=(
        Step(name="exact", when="birth_l = birth_r"),
        Step(name="conflict", when="birth_year_l <> birth_year_r"),
        Step(name="unlike", when="birth_l IS NOT NULL AND birth_r IS NOT NULL"),
        Step(name="year", when="ELSE"),
    ),
    tells={
        "exact": ("birth", "exact"),
        "conflict": ("birth", "conflict"),
        "unlike": ("birth", "conflict"),
        "year": ("birth", "year"),
    },
)
_TOWN = Compared(
    name="town",
    columns=("town",),
    missing=either_missing("town"),
    steps=(
        Step(name="same_town", when=same("town"), shares=("town",)),
        Step(name="near", when=_near(NEAR)),
        Step(name="area", when=_near(AREA)),
        Step(name="far", when="ELSE"),
    ),
    tells={each: ("place", each) for each in ("same_town", "near", "area", "far")},
)


def _one(name: str, level: tuple[str, str], when: Condition | str | None = None) -> Compared:
    """A column that agrees or says nothing of its own."""
    return Compared(
        name=name,
        columns=(name,),
        missing=either_missing(name),
        steps=(Step(name="same", when=when or same(name)), Step(name="differs", when="ELSE")),
        tells={"same": level},
    )


_STUDY = Compared(
    name="school",
    columns=("school",),
    missing=either_missing("school"),
    steps=(
        Step(name="year", when=f"{same('school')} AND {same('school_year')}"),
        Step(
            name="apart", when=f"{same('school')} AND abs(school_year_l - school_year_r) > {STAY}"
        ),
        Step(name="same", when=same("school")),
        Step(name="differs", when="ELSE"),
    ),
    tells={
        "year": ("study", "school_and_year"),
        "apart": ("study", "years_differ"),
        "same": ("study", "school"),
    },
)
_PICTURE = Compared(
    name="picture",
    columns=("picture",),
    missing=either_missing("picture"),
    steps=(
        Step(
            name="same", when=lambda dialect: f"{dialect.apart('picture_l', 'picture_r')} <= {SAME}"
        ),
        Step(
            name="variant",
            when=lambda dialect: f"{dialect.apart('picture_l', 'picture_r')} <= {VARIANT}",
        ),
        Step(name="differs", when="ELSE"),
    ),
    tells={"same": ("picture", "same"), "variant": ("picture", "variant")},
)

HOUSE: tuple[Compared, ...] = (
    _GIVEN,
    _SURNAME,
    _LIKELY,
    _HANDLE,
    _BEYOND,
    _BIRTH,
    _TOWN,
    _one("mail", ("contact", "email")),
    _one("phone", ("contact", "phone")),
    _one("employer", ("work", "employer")),
    _one("trades", ("work", "job"), _share("trades")),
    _STUDY,
    _one("groups", ("group", "same"), _share("groups")),
    _PICTURE,
)
"""In the order of a pattern's digits."""
RARITIES = {
    "named": frozenset({"given", "surname"}),
    "handled": frozenset({"handle"}),
    "beyond": frozenset({"beyond"}),
    "placed": frozenset({"town"}),
}
