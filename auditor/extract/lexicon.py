"""The words that recognizers know, made from the tables of `data/`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from auditor.extract.spot import Spotter
from auditor.model.curriculum import TABLE, sections
from auditor.model.names import fold
from auditor.model.place import Place, place_key

Table = Callable[[str], Iterable[Mapping[str, str]]]
"""Reads a table of `data/` by its name."""

COMMONEST_GIVEN = 0.5
"""Births per million under which a word is not taken for a given name on its own (own choice:
below it the table holds more surnames and misspellings than names)."""


STATUSES = frozenset({"retired", "job_seeker", "student", "stay_at_home"})
"""Words of the jobs table that say someone has no job: no title to compare or to show."""

SHORT = 3
"""Letters up to which a word is too short to be told from others: “LA”, “Y”, “Les”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a word of kinship or company says."""

    kind: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Every word list, keyed by folded word."""

    given: frozenset[str]
    places: Mapping[str, Place]
    countries: Mapping[str, str]
    jobs: Mapping[str, str]
    instruments: Mapping[str, str]
    pastimes: Mapping[str, str]
    relations: Mapping[str, Relation]
    organisations: Mapping[str, str]
    objects: Mapping[str, str]
    valuables: frozenset[str]
    nations: Mapping[str, str]
    """Peoples and demonyms: the country each is of."""
    months: Mapping[str, int]
    ordinary: frozenset[str]
    """Words that are often capitalised and seldom a name."""
    jokes: frozenset[str] = frozenset()
    """Words of handles that an employer would not smile at."""
    sections: Mapping[str, str] = field(default_factory=dict)
    """Headings of a curriculum: the part each stands for."""
    spotters: Mapping[str, Spotter] = field(default_factory=dict)
    """Tables whose phrases are looked for in running text: jobs, activities, objects."""

    def place(self, words: str) -> Place | None:
        """The most populous town of that name."""
        return self.places.get(place_key(words))


def lexicon(table: Table) -> Lexicon:
    """All the words, from the tables."""
    relations = {
        fold(row["word"]): Relation(kind=row["kind"], about=row["about"])
        for row in table("words/relations.tsv")
    }
    objects = list(table("words/objects.tsv"))
    ordinary = frozenset(fold(row["word"]) for row in table("words/common_capitalised.tsv"))
    jobs = {
        word: job for word, job in _words(table("words/jobs.tsv")).items() if job not in STATUSES
    }
    instruments = _words(table("words/instruments.tsv"))
    pastimes = _words(table("words/sports.tsv")) | _words(table("words/hobbies.tsv"))
    things = _words(objects)
    return Lexicon(
        # “Les”, “La”, “May” begin more sentences than names.
        given=frozenset(_given(table("given_names.tsv")))
        - {w for w in ordinary if len(w) <= SHORT},
        places=_places(table("places.tsv")),
        countries={
            fold(row[language]): row["fr"]
            for row in table("countries.tsv")
            for language in ("fr", "en")
        },
        jobs=jobs,
        instruments=instruments,
        pastimes=pastimes,
        relations=relations,
        organisations={fold(row["word"]): row["kind"] for row in table("words/organisations.tsv")},
        objects=things,
        valuables=frozenset(
            fold(row["word"]) for row in objects if row["valuable"] in {"yes", "true", "1"}
        ),
        nations={
            fold(row["word"]): row["canonical"]
            for row in table("words/nationalities.tsv")
            if row["kind"] == "nationality"
        },
        months={fold(row["word"]): int(row["month"]) for row in table("words/months.tsv")},
        ordinary=ordinary,
        jokes=frozenset(fold(row["word"]) for row in table("words/jokes.tsv")),
        sections=sections(table(TABLE)),
        spotters={
            "jobs": Spotter(jobs),
            "activities": Spotter(instruments | pastimes),
            "objects": Spotter(things),
        },
    )


def _words(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    return {fold(row["word"]): row["canonical"] for row in rows}


def _given(rows: Iterable[Mapping[str, str]]) -> Iterable[str]:
    for row in rows:
        if max(float(row["fr"] or 0), float(row["us"] or 0)) >= COMMONEST_GIVEN:
            yield row["name"]


def _places(rows: Iterable[Mapping[str, str]]) -> dict[str, Place]:
    """Every name of every town; the most populous keeps a name that several bear."""
    found: dict[str, Place] = {}
    for row in rows:
        place = Place(
            name=row["name"],
            country=row["country"],
            region=row["region"],
            population=int(row["population"]),
            lat=float(row["lat"]),
            lon=float(row["lon"]),
        )
        for name in (row["name"], *filter(None, row["alternates"].split("|"))):
            key = place_key(name)
            if len(key) < SHORT:
                continue
            if key not in found or found[key].population < place.population:
                found[key] = place
    return found
