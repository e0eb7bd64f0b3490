"""Facts from text: posts a CPU second with rules alone and with the model of names, memory over many posts.

    python -m benchmarks.extraction speed [POSTS]      # ratios against presidio, where it is installed beside
    python -m benchmarks.extraction memory [POSTS]     # one timeline of so many posts, 200,000 unless given

Reads `wnut_raw_tweets.txt.gz` of the data folder. Presidio is asked in a Python of its own: PRESIDIO names one
that has presidio-analyzer and spaCy installed (see the data folder's bench/nlp).
"""

import datetime
import gzip
import os
import resource
import subprocess
import sys
import time
from dataclasses import replace

from auditor import kits
from auditor.extract.gather import extract
from auditor.extract.kit import Tools
from auditor.model.profile import Post, Profile
from auditor.model.visibility import UNKNOWN_SIGHT
from auditor.resources.folders import research_data
from tests.quality.score import claims, tools

DAY = datetime.date(2017, 1, 15)
PEER = """
import sys, time, logging
logging.disable(logging.WARNING)
import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
names = {"PER": "PERSON", "LOC": "LOCATION", "ORG": "ORGANIZATION"}
class Blank(SpacyNlpEngine):
    def __init__(self):
        told = NerModelConfiguration(labels_to_ignore=[], model_to_presidio_entity_mapping=names)
        super().__init__(models=[{"lang_code": "en", "model_name": "x"}], ner_model_configuration=told)
        self.nlp = {"en": spacy.blank("en")}
    def load(self): pass
    def is_loaded(self): return True
engine = Blank()
known = RecognizerRegistry(supported_languages=["en"]); known.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
analyzer = AnalyzerEngine(nlp_engine=engine, registry=known, supported_languages=["en"])
texts = [line.rstrip("\\n") for line in sys.stdin]
for text in texts[:50]: analyzer.analyze(text=text, language="en")
start = time.process_time()
for text in texts: analyzer.analyze(text=text, language="en", score_threshold=0.35)
print(time.process_time() - start)
"""


def texts(count: int) -> list[str]:
    """That many posts; told over again with a number where there are not enough."""
    data = research_data()
    if data is None:
        raise SystemExit("no data folder: set AUDITOR_DATA to its place")
    with gzip.open(data / "nlp" / "wnut_raw_tweets.txt.gz", "rt", encoding="utf-8") as lines:
        known = [line.strip() for line in lines if line.strip()]
    return [f"{known[at % len(known)]} {at // len(known) or ''}".strip() for at in range(count)]


def cost(kit: Tools, posts: list[str]) -> float:
    """CPU seconds to read the posts one by one, warm."""
    for text in posts[:50]:
        claims(text, DAY, kit)
    start = time.process_time()
    for text in posts:
        claims(text, DAY, kit)
    return time.process_time() - start


def speed(count: int) -> None:
    """Ours with and without the model, and presidio's rules, in one run."""
    posts = texts(count)
    rules = tools("en", "none")
    model = replace(rules, names=kits.names(None))
    rows = {"ours, rules alone": cost(replace(rules, names=None), posts)}
    if model.names is not None:
        rows["ours, with the model"] = cost(model, posts)
    if peer := os.environ.get("PRESIDIO"):
        made = subprocess.run(
            [peer, "-c", PEER], input="\n".join(posts), capture_output=True, text=True, check=True
        )
        rows["presidio, rules alone"] = float(made.stdout)
    for name, seconds in rows.items():
        print(f"{name:24} {count / seconds:8.0f} posts per CPU second")


def memory(count: int) -> None:
    """One timeline: CPU, facts, peak memory above what the posts take."""
    posts = tuple(
        Post(id=f"post-{at}", text=text, published_on=DAY) for at, text in enumerate(texts(count))
    )
    place = Profile(
        source="s",
        account=None,
        network=None,
        url=None,
        collector="benchmark",
        observed_at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC),
        sight=UNKNOWN_SIGHT,
        posts=posts,
    )
    kit = tools("en")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    start = time.process_time()
    found = extract([place], kit, now=DAY)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{count} posts: {len(found.facts)} facts in {seconds:.1f} CPU s ({count / seconds:.0f} a second); "
        f"peak {peak} MB, {before} MB before"
    )


if __name__ == "__main__":
    which, *rest = sys.argv[1:] or ["speed"]
    {"speed": speed, "memory": memory}[which](
        int(rest[0]) if rest else {"speed": 5_000, "memory": 200_000}[which]
    )
