"""Where the time of the HTML report goes for a case of many facts, how large it gets, and how much memory it takes.

    python -m benchmarks.report [FACTS] [ACCOUNTS]

A made subject with as many accounts, all joined, whose posts say things of every kind; every view is assessed
with the installed rules. The case is made in a process of its own, so that the figures are those of assess and
report alone; imports are counted apart, as a first run pays them once.
"""

import datetime
import pickle
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from auditor.assess.kinds import kinds
from auditor.model.fact import Fact
from auditor.model.identity import Identity
from auditor.model.link import Band, Judgement, Level, Link
from auditor.model.mandate import Mandate, Purpose, Subject
from auditor.model.portrait import Portrait, Step
from auditor.model.record import Record, Role
from auditor.model.report import Report, SourceStatus, Status, View
from auditor.model.rule import Kind, Rule
from auditor.model.text import say
from auditor.model.viewer import Viewer
from auditor.model.visibility import Origin, Visibility
from auditor.resources.folders import folder

FACTS, ACCOUNTS = 20_000, 40
DAY = datetime.date(2026, 11, 24)
SEED = 14
WORDS = "atelier quai phare marée verger lanterne tilleul passerelle clocher ruelle moulin jetée".split()


def made(count: int, accounts: int) -> tuple[Report, dict[str, Kind]]:
    """A report whose views are still to be assessed."""
    from auditor.model.network import NetworkKind

    chance, vocabulary = random.Random(SEED), dict(kinds(folder("rules")))
    records = [_record(at) for at in range(accounts)]
    facts = tuple(_fact(at, chance, list(vocabulary), accounts) for at in range(count))
    links = tuple(_link(at, facts) for at in range(1, accounts))
    views = {
        viewer: _view(
            viewer,
            [each.id for each in facts if viewer.sees(each.visibility, NetworkKind.PERSONAL)],
            records,
            links,
        )
        for viewer in Viewer
    }
    report = Report(
        version="0",
        made_at=datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC),
        language="fr",
        mandate=Mandate(
            subject=Subject(name="Loïc Tréhardel"),
            purpose=Purpose.SELF_AUDIT,
            language="fr",
            signed_on=DAY,
            expires_on=DAY.replace(year=2027),
            fictional=True,
        ),
        sources=tuple(_source(at) for at in range(accounts)),
        failures=(),
        records=tuple(records),
        facts=facts,
        views=views,
        kinds=vocabulary,
    )
    return report, vocabulary


def _source(at: int) -> SourceStatus:
    return SourceStatus(
        id=f"s{at}",
        place=f"https://site{at}.example/loic_tr",
        network=None,
        status=Status.READ,
        records=1,
        seen_by=Visibility.ANYONE,
    )


def _record(at: int) -> Record:
    return Record(
        id=f"s{at}#owner",
        source=f"s{at}",
        role=Role.OWNER,
        label="Loïc Tréhardel",
        account=f"site{at}:loic_tr",
    )


def _fact(at: int, chance: random.Random, vocabulary: list[str], accounts: int) -> Fact:
    source = f"s{at % accounts}"
    said = " ".join(chance.choices(WORDS, k=4))
    return Fact(
        id=f"f{at}",
        record=f"{source}#owner",
        kind="full_name" if at < accounts else chance.choice(vocabulary),
        value="loïc tréhardel" if at < accounts else f"{said} {at % 997}",
        quote="Loïc Tréhardel" if at < accounts else f"{said} {at % 997}",
        source=source,
        passage=f"post-{at // accounts}",
        visibility=chance.choice(list(Visibility)),
        visibility_from=Origin.DECLARED,
        recognizer="made",
        confidence=0.9,
        published_on=DAY - datetime.timedelta(days=chance.randrange(4000)),
    )


def _link(at: int, facts: tuple[Fact, ...]) -> Link:
    """Each account is joined to one before it, by its name and by a handle."""
    before = (at - 1) // 3
    return Link(
        id=f"s{before}#owner~s{at}#owner",
        left=f"s{before}#owner",
        right=f"s{at}#owner",
        levels=(
            Level(comparison="identity", level="full", bits=21.0, left=facts[before].id,
                  right=facts[at].id),
            Level(comparison="place", level="same_town", bits=7.4),
        ),
        bits=12.5,
        probability=0.9998,
        judgement=Judgement.SAME,
        band=Band.NEAR_CERTAIN,
        why=say("the same name"),
    )  # fmt: skip


def _view(viewer: Viewer, seen: list[str], records: list[Record], links: tuple[Link, ...]) -> View:
    steps = tuple(
        Step(record=link.right, by=(link.id,), quotes=("Loïc Tréhardel",) * 2, bits=link.bits)
        for link in links
    )
    return View(
        viewer=viewer,
        facts=tuple(seen),
        made=(),
        identities=(Identity(id="s0#owner", records=tuple(each.id for each in records),
                             accounts=tuple(each.account or "" for each in records),
                             is_subject=True),),
        links=links,
        absences=(),
        namesakes=(),
        impersonations=(),
        portrait=Portrait(start="s0#owner", steps=steps),
        remedies=(),
        findings=(),
        dials={},
    )  # fmt: skip


def assessed(report: Report, vocabulary: dict[str, Kind], rules: tuple[Rule, ...]) -> Report:
    """The report with what the rules find in each view."""
    from auditor.assess.dials import dials
    from auditor.assess.findings import findings
    from auditor.assess.first import Ground, fixes
    from auditor.assess.scale import scale

    numbers = scale(folder("rules"))
    known = {each.id: each for each in report.facts}
    by_id = {rule.id: rule for rule in rules}
    views = {}
    for viewer, view in report.views.items():
        seen = [known[each] for each in view.facts]
        found = findings(
            rules,
            {"s0#owner": seen},
            declared=frozenset(),
            kinds=vocabulary,
            floor=numbers.floor.value,
        )
        views[viewer] = replace(
            view, findings=found, dials=dials(found, known, by_id, scale=numbers)
        )
    ground = Ground(
        rules=rules,
        kinds=vocabulary,
        scale=numbers,
        declared=frozenset(),
        effort=lambda taken: (float(len(list(taken))), "easy"),
    )
    first = fixes(views.values(), report.facts, ground)
    return replace(report, views=views, rules=by_id, fixes=first)


def measure(kept: Path) -> None:
    """Print CPU seconds, kilobytes and peak memory."""
    report, vocabulary = pickle.loads(kept.read_bytes())
    marks = [("start", time.process_time())]

    def mark(name: str) -> None:
        marks.append((name, time.process_time()))
        print(f"{name:34} {marks[-1][1] - marks[-2][1]:6.2f} CPU s")

    import babel.dates
    import babel.numbers  # noqa: F401

    from auditor.assess.load import load
    from auditor.model.redaction import Redaction
    from auditor.report import html
    from auditor.report import redact as redaction
    from auditor.report.words import Words

    html.environment(Words(language="fr")).get_template("report.html")
    mark("imports, templates")
    rules = load(folder("rules"), vocabulary)
    mark("rules read")
    report = assessed(report, vocabulary, rules)
    mark(f"assess, {len(report.views)} views, {len(report.rules)} rules")
    redaction.redact(report, Redaction.OTHERS)
    mark("of the report: masking")
    data = html.render(report, language="fr", redact=Redaction.OTHERS, table="facts.csv")
    mark(f"report, {len(data) / 1e6:.2f} MB")
    print(f"{'peak memory':34} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB")


if __name__ == "__main__":
    if len(sys.argv) > 2 and sys.argv[1] == "--measure":
        measure(Path(sys.argv[2]))
    else:
        asked = [int(each) for each in sys.argv[1:]]
        with tempfile.TemporaryDirectory() as place:
            path = Path(place) / "made.pickle"
            path.write_bytes(pickle.dumps(made(*(asked + [FACTS, ACCOUNTS][len(asked) :]))))
            subprocess.run(
                [sys.executable, "-m", "benchmarks.report", "--measure", str(path)], check=True
            )
