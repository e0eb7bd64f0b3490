"""The named things of a text as columns of a benchmark of personal data beside other tools.

From the project's folder, with the benchmark's script (see docs) anywhere:

PYTHONPATH=. python pii_bench.py py:benchmarks.pii:detect --data synth|eds [--lang fr]

`rules` instead of `detect` leaves the trained model out. The sets draw their spans otherwise than the
program does: `_in_their_way` only translates (an age is its number; in the French set the street, the
postcode and the town of an address are three spans; an hour, “next week” and “Sunday” are no dates; a
hospital is its bare name).
"""

import json
import re
import time
from collections.abc import Iterator
from functools import cache

from auditor.extract.entities.address import parts
from auditor.extract.entities.entity import Entity
from auditor.extract.entities.find import structured
from auditor.extract.entities.named import with_names
from auditor.extract.lexicon import Lexicon, lexicon
from auditor.resources.folders import folder, research_data
from auditor.resources.read import table

LEAST = 0.35
"""The least score, the one that the benchmark's script sets for Presidio."""
Span = tuple[int, int, str, float]
REGIONS = {"en": ("US", "GB", "CA"), "fr": ("FR", "BE", "CH", "CA")}
"""The countries whose local forms are read, by the language of the set."""
TYPES = {
    "person": "PERSON",
    "place": "LOCATION",
    "address": "LOCATION",
    "organisation": "ORGANIZATION",
    "postcode": "ZIP_CODE",
    "phone": "PHONE_NUMBER",
    "email": "EMAIL_ADDRESS",
    "url": "URL",
    "date": "DATE_TIME",
    "age": "AGE",
    "card": "CREDIT_CARD",
    "iban": "IBAN_CODE",
    "ip": "IP_ADDRESS",
    "nationality": "NRP",
    "title": "TITLE",
    "medical_id": "MEDICAL_ID",
}
_INSTITUTION = re.compile(r"(?:h[ôo]pital|clinique|CHU|CHRU?)\s(?=\S)", re.IGNORECASE)
"""The French set leaves the word for a hospital out of its name."""
IDS = {"fr-nir": "FR_NIR", "us-ssn": "US_SSN"}


@cache
def words() -> Lexicon:
    """The tables the program ships."""
    return lexicon(lambda name: table(folder("data") / name))


def rules(text: str, lang: str) -> list[Span]:
    """What is found without a trained model."""
    found = structured(text, regions=REGIONS[lang], lexicon=words())
    sure = (each for each in found if each.score >= LEAST)
    return [span for each in sure for span in _in_their_way(text, each, lang)]


def detect(text: str, lang: str) -> list[Span]:
    """What is found with the trained model, where it is installed."""
    if not (folder("data") / "ner").is_dir():
        return rules(text, lang)
    from auditor.extract import nlp

    found = structured(text, regions=REGIONS[lang], lexicon=words())
    merged = with_names(text, found, nlp.entities(text, folder("data") / "ner"), words())
    sure = (each for each in merged if each.score >= LEAST)
    return [span for each in sure for span in _in_their_way(text, each, lang)]


def _in_their_way(text: str, each: Entity, lang: str) -> Iterator[Span]:
    """The entity as the sets draw and call it; nothing for a type that they do not have."""
    if each.type == "address" and lang == "fr":
        yield from _split(text, each)
    elif each.type == "age":
        number = re.search(r"\d+", text[each.start : each.end])
        if number:
            yield each.start + number.start(), each.start + number.end(), "AGE", each.score
    elif each.type == "national_id":
        kind = IDS.get(each.value.partition(":")[0])
        if kind:
            yield each.start, each.end, kind, each.score
    elif each.type == "organisation" and lang == "fr":
        lead = _INSTITUTION.match(text, each.start, each.end)
        yield lead.end() if lead else each.start, each.end, "ORGANIZATION", each.score
    elif each.type in TYPES and each.by not in {"relative", "weekday"}:
        yield each.start, each.end, TYPES[each.type], each.score


def _split(text: str, each: Entity) -> Iterator[Span]:
    """Street with its unit, postcode, town."""
    spans = parts(text, each, words())
    home = [span for span in spans if span[2] in {"street", "unit"}]
    yield home[0][0], home[-1][1], "LOCATION", each.score
    for start, end, part in spans:
        if part in {"postcode", "town"}:
            yield start, end, "ZIP_CODE" if part == "postcode" else "LOCATION", each.score


def texts() -> dict[str, list[str]]:
    """The texts of both sets, by language, where the corpora are at hand."""
    corpora = research_data()
    if corpora is None:
        raise SystemExit("no corpora: set AUDITOR_DATA")
    english = json.loads((corpora / "nlp/presidio_research_synth_v2.json").read_text())
    french = (corpora / "nlp/eds_pseudo_templates.txt").read_text()
    bare = re.sub(r"\[([^\[\]]+)\]\([A-Z_]+\)", r"\1", french)
    return {
        "en": [each["full_text"] for each in english],
        "fr": [each.strip() for each in re.split(r"\n\s*\n", bare) if each.strip()],
    }


def in_batches(each: list[str], lang: str) -> None:
    """All of it as the program works: the model reads many texts in one go."""
    from auditor.extract import nlp

    named = nlp.pipe(each, folder("data") / "ner")
    for text, names in zip(each, named, strict=True):
        with_names(text, structured(text, regions=REGIONS[lang], lexicon=words()), names, words())


def one_by_one(each: list[str], lang: str) -> None:
    """All of it, a text at a time."""
    for text in each:
        detect(text, lang)


def only_rules(each: list[str], lang: str) -> None:
    """Without the model."""
    for text in each:
        rules(text, lang)


def main() -> None:
    """Print documents a CPU second, by language and way of working; keep one thread (OMP_NUM_THREADS=1)."""
    for lang, each in texts().items():
        for way in (only_rules, one_by_one, in_batches):
            way(each[:50], lang)
            began = time.process_time()
            way(each, lang)
            print(f"{lang} {way.__name__:12} {len(each) / (time.process_time() - began):8.0f}")


if __name__ == "__main__":
    main()
