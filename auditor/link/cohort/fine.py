"""The comparisons whose weights a cohort teaches itself: finer levels, each with its own typing errors.

The levels of the house say what a difference means between networks; a file that was typed in has
besides its own ways to go wrong (a turned date, a letter dropped), and enough pairs to count them.
"""

from auditor.link.cohort.levels import Compared, Condition, Step, alike, begins, same, share

CLOSE = 0.92
"""Jaro–Winkler from which two words are probably one misspelt (Splink's own first threshold)."""
LIKE = 0.8
"""Below this, two words have little in common; what lies between teaches its own weight."""


def _mistyped(column: str) -> Condition:
    """One sign is another, as many signs."""
    as_long = f"length({column}_l) = length({column}_r)"
    return lambda dialect: f"{as_long} AND {dialect.replaced(f'{column}_l', f'{column}_r')} <= 1"


_CROSSED = "given_l = surname_r AND surname_l = given_r"
_TURNED = (
    "left(birth_l, 4) = left(birth_r, 4) AND substr(birth_l, 6, 2) = substr(birth_r, 9, 2) "
    "AND substr(birth_l, 9, 2) = substr(birth_r, 6, 2)"
)
_FIRST = "left(birth_l, 4) = left(birth_r, 4) AND (right(birth_l, 5) = '01-01' OR right(birth_r, 5) = '01-01')"
_PARTS = "left(birth_l, 7) = left(birth_r, 7) OR (left(birth_l, 4) = left(birth_r, 4) AND right(birth_l, 2) = right(birth_r, 2))"
_YEAR = "left(birth_l, 4) = left(birth_r, 4)"
_DAY = "right(birth_l, 5) = right(birth_r, 5)"

_GIVEN = Compared(
    name="given",
    columns=("given", "surname"),
    steps=(
        Step(name="same", when=same("given"), shares=("given",)),
        Step(name="meant", when=share("given_means")),
        Step(name="crossed", when=_CROSSED, shares=("given", "surname")),
        Step(name="initial", when=begins("given")),
        Step(name="close", when=alike("given", CLOSE)),
        Step(name="like", when=alike("given", LIKE)),
        Step(name="differs", when="ELSE"),
    ),
)
_SURNAME = Compared(
    name="surname",
    columns=("surname", "given"),
    steps=(
        Step(name="same", when=same("surname"), shares=("surname",)),
        Step(name="crossed", when=_CROSSED, counted=True),
        Step(name="initial", when=begins("surname")),
        Step(name="close", when=alike("surname", CLOSE)),
        Step(name="like", when=alike("surname", LIKE)),
        Step(name="differs", when="ELSE"),
    ),
)
_BIRTH = Compared(
    name="birth",
    columns=("birth",),
    steps=(
        Step(name="exact", when=same("birth"), shares=("birth",)),
        Step(name="turned", when=_TURNED),
        Step(name="first", when=_FIRST),
        Step(name="typo", when=_mistyped("birth")),
        Step(name="day", when=_DAY),
        Step(name="parts", when=_PARTS),
        Step(name="year", when=_YEAR),
        Step(name="conflict", when="ELSE"),
    ),
    tells={"exact": ("birth", "exact"), "year": ("birth", "conflict")},
)


def _text(column: str, told: tuple[str, str] | None = None, name: str | None = None) -> Compared:
    """A column of words: the same, misspelt, or another."""
    return Compared(
        name=name or column,
        columns=(column,),
        steps=(
            Step(name="same", when=same(column), shares=(column,)),
            Step(name="close", when=alike(column, CLOSE)),
            Step(name="like", when=alike(column, LIKE)),
            Step(name="differs", when="ELSE"),
        ),
        tells={"same": told} if told else {},
    )


_POSTCODE = Compared(
    name="postcode",
    columns=("postcode",),
    steps=(
        Step(name="same", when=same("postcode"), shares=("postcode",)),
        Step(name="typo", when=_mistyped("postcode")),
        Step(name="area", when="left(postcode_l, 3) = left(postcode_r, 3)"),
        Step(name="differs", when="ELSE"),
    ),
)
_MAIL = Compared(
    name="mail",
    columns=("mail", "mailbox"),
    steps=(
        Step(name="same", when=same("mail"), shares=("mail",)),
        Step(name="mailbox", when=same("mailbox"), shares=("mailbox",)),
        Step(name="close", when=alike("mailbox", CLOSE)),
        Step(name="like", when=alike("mailbox", LIKE)),
        Step(name="differs", when="ELSE"),
    ),
    tells={"same": ("contact", "email")},
)
_PHONE = Compared(
    name="phone",
    columns=("phone",),
    steps=(
        Step(name="same", when=same("phone"), shares=("phone",)),
        Step(name="typo", when=_mistyped("phone")),
        Step(name="close", when=alike("phone", CLOSE)),
        Step(name="differs", when="ELSE"),
    ),
    tells={"same": ("contact", "phone")},
)

FINE: tuple[Compared, ...] = (
    _GIVEN,
    _SURNAME,
    _BIRTH,
    _MAIL,
    _PHONE,
    _text("handle", ("identity", "handle")),
    _text("town", ("place", "same_town")),
    _POSTCODE,
    _text("region"),
    _text("birth_place"),
    _text("employer", ("work", "employer")),
    _text("job", ("work", "job")),
    _text("school", ("study", "school")),
)
"""In the order of a pattern's digits."""
HOME = frozenset({"surname", "town", "postcode", "region", "phone", "birth_place"})
"""What people of one household share without being one person."""
JOINT = ("given", "surname")
"""Two comparisons that are weighed as one: how the parts of a name agree is not independent."""
RARITIES = {"own": frozenset(each.name for each in FINE) - HOME, "home": HOME}
