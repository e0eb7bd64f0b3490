"""The comparisons of the house over many rows: the levels and weights of the engine for one person.

Rows are read by that engine's own functions (`read`), so that what is left to a database is to ask
whether two lists share a word. docs/cohort.md tells which levels it cannot ask for.
"""

from auditor.link.cohort.dialect import Dialect
from auditor.link.cohort.levels import (
    Compared,
    Condition,
    Step,
    alike,
    begins,
    initial,
    same,
    share,
)
from auditor.link.compare.pictures import SAME, VARIANT
from auditor.link.compare.places import AREA, NEAR
from auditor.link.compare.relations import CLOSE
from auditor.link.compare.study import STAY
from auditor.model.place import EARTH


def _near(most: float) -> str:
    """The great circle between two towns, by the haversine."""
    half = (
        "pow(sin(radians(town_lat_r - town_lat_l) / 2), 2) + cos(radians(town_lat_l)) * "
        "cos(radians(town_lat_r)) * pow(sin(radians(town_lon_r - town_lon_l) / 2), 2)"
    )
    return f"{2 * EARTH} * asin(sqrt({half})) <= {most}"


def _crossed(dialect: Dialect) -> str:
    turned = dialect.share("givens_l", "surnames_r"), dialect.share("surnames_l", "givens_r")
    return f"length(surname_l) > 1 AND length(surname_r) > 1 AND {turned[0]} AND {turned[1]}"


_GIVEN = Compared(
    name="given",
    columns=("given", "surname"),
    steps=(
        Step(name="initial", when=begins("given"), shares=("given",)),
        Step(name="unlike", when=initial("given")),
        Step(name="same", when=share("givens"), shares=("given",)),
        Step(name="nickname", when=share("given_means"), shares=("given",)),
        Step(name="crossed", when=_crossed, shares=("given", "surname")),
        Step(name="differs", when="ELSE"),
    ),
)
_SURNAME = Compared(
    name="surname",
    columns=("surname", "given"),
    steps=(
        Step(name="initial", when=begins("surname"), shares=("surname",)),
        Step(name="unlike", when=initial("surname")),
        Step(name="same", when=share("surnames"), shares=("surname",)),
        Step(name="close", when=alike("surname", CLOSE)),
        Step(name="differs", when="ELSE"),
    ),
)
_LIKELY = Compared(
    name="likely",
    columns=("likely",),
    steps=(Step(name="both", when=same("likely")), Step(name="unlike", when="ELSE")),
)
_HANDLE = Compared(
    name="handle",
    columns=("handle",),
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
)
_BEYOND = Compared(
    name="beyond",
    columns=("handle",),
    steps=(
        Step(name="same", when=same("handle"), shares=("handle",)),
        Step(name="differs", when="ELSE"),
    ),
)
_BIRTH = Compared(
    name="birth",
    columns=("birth_year",),
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
        steps=(Step(name="same", when=when or same(name)), Step(name="differs", when="ELSE")),
        tells={"same": level},
    )


_STUDY = Compared(
    name="school",
    columns=("school",),
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
    _one("trades", ("work", "job"), share("trades")),
    _STUDY,
    _one("groups", ("group", "same"), share("groups")),
    _PICTURE,
)
"""In the order of a pattern's digits."""
RARITIES = {
    "named": frozenset({"given", "surname"}),
    "handled": frozenset({"handle"}),
    "beyond": frozenset({"beyond"}),
    "placed": frozenset({"town"}),
}
