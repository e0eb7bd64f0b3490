"""A log of an invented employer, held against invented findings: every part of the report has something to show."""

import datetime
from dataclasses import replace

from auditor.model.screening import Broken, Checked, Evidence, Held, Missing, Share, Unreadable
from auditor.model.screening_rule import (
    Cases,
    Due,
    Law,
    Place,
    ScreeningRule,
    Seen,
    Standing,
    Table,
)
from auditor.model.text import say

ON = datetime.date(2026, 11, 26)
LAW = Law(
    article="Code du travail L1221-8, L1221-9",
    standing=Standing.LAW,
    since=datetime.date(2008, 5, 1),
    source="S30",
    seen=Seen.TEXT,
    checked_on=ON,
)
TITLES = {
    "H-01": (5, "Candidate not told beforehand", "Candidat non informé au préalable"),
    "H-03": (4, "Private-life network consulted", "Réseau de vie privée consulté"),
    "H-04": (5, "Protected trait recorded", "Critère protégé enregistré"),
    "H-05": (4, "A noted item has no link to a job criterion", "Donnée notée sans lien avec un critère du poste"),
    "H-06": (4, "File kept over two years after last contact", "Dossier gardé plus de deux ans après le dernier contact"),
    "H-07": (3, "Talent-pool file without consent", "Vivier sans consentement"),
    "H-12": (4, "Looked too early", "Consultation trop tôt"),
    "H-13": (3, "Only some candidates were looked up", "Seuls certains candidats ont été cherchés"),
    "H-14": (5, "Software ranked or filtered candidates", "Un logiciel a classé ou filtré"),
    "H-15": (3, "Works council not informed", "CSE non informé"),
    "H-16": (4, "Possible namesake used in a decision", "Homonyme possible utilisé dans une décision"),
    "H-17": (3, "Data on friends or relatives kept", "Données sur des proches conservées"),
    "H-18": (3, "No chance to answer", "Pas de droit de réponse"),
    "H-21": (2, "No job-based reason recorded for the refusal", "Motif professionnel du refus absent"),
}  # fmt: skip


def rule(code, **laws):
    severity, english, french = TITLES[code]
    return ScreeningRule(
        id=f"screening.{code.lower()}",
        code=code,
        severity=severity,
        check="not notice_before",
        title={"en": english, "fr": french},
        why={
            "en": "Methods must be announced expressly before use, and nothing may be collected by an undisclosed means.",
            "fr": "Les méthodes doivent être annoncées expressément avant leur mise en œuvre ; rien ne peut être "
            "recueilli par un moyen qui n'a pas été porté à la connaissance du candidat.",
        },
        do={
            "en": (
                "Add the method to the advert and to the privacy notice",
                "Record the date and version of the notice",
                "Stop until this is done",
            ),
            "fr": (
                "Ajouter la méthode à l'annonce et à la notice d'information",
                "Noter la date et la version de la notice",
                "Suspendre les consultations jusque-là",
            ),
        },
        by=Due(after="on", source="house advice: nothing more is collected before"),
        laws=laws or {"FR": LAW},
        examples=Cases(fires=(), silent=()),
    )  # fmt: skip


def evidence(row, **more):
    given = {
        "table": Table.LOOKS,
        "row": row,
        "candidate": f"C{row}",
        "recruiter": f"R{row % 3 + 1}",
        "post": ("Comptable", "Chef de projet", "Aide-soignante")[row % 3],
        "stage": ("sourcing", "shortlist", "interview")[row % 3],
        "source": ("personal_network", "search_engine", "professional_network")[row % 3],
        "on": datetime.date(2026, 9, 1) + datetime.timedelta(days=row % 80),
        "by": datetime.date(2026, 10, 1) + datetime.timedelta(days=row % 80),
    }
    return Evidence(**given | more)


def broken(code, rows, **more):
    laws = more.pop("laws", (("FR", LAW),))
    found = rule(code, **dict(laws))
    given = {
        "rule": found,
        "severity": found.severity,
        "laws": laws,
        "rows": tuple(rows),
        "table": Table.LOOKS,
        "candidates": tuple(f"C{each}" for each in rows),
        "posts": {"Comptable": 4, "Chef de projet": 3, "Aide-soignante": 1},
        "recruiters": {"R1": 5, "R2": 3},
        "by": ON,
        "overdue": 0,
        "evidence": tuple(evidence(each) for each in rows[:25]),
    }
    return Broken(**given | more)


LONG = say("kept longer than the place allows")


def held(row, day, why=LONG):
    return Held(candidate=f"C{row}", row=row, post="Comptable", day=day, why=why)


def small():
    """Six points, two open rules, three of which nothing was found."""
    health = tuple(
        evidence(each, detail="health" if each % 2 else "pregnancy", inferred=each % 2 == 0)
        for each in (3, 4, 9, 12)
    )
    council = replace(
        LAW, article="Code du travail L2312-38", note={"en": "Fifty people and more.", "fr": "À partir de cinquante salariés."}
    )  # fmt: skip
    debated = replace(LAW, article="Avis WP249, section 5.1", standing=Standing.GUIDANCE, seen=Seen.MEMORY, source="S25",
                      since=datetime.date(2017, 6, 8))  # fmt: skip
    practice = replace(
        LAW, article="ICO, recruitment guidance", standing=Standing.PRACTICE, seen=Seen.SUMMARY
    )
    return Checked(
        place=Place.FR,
        employer="Atelier Quai Sud",
        on=ON,
        looks=48,
        candidates=23,
        rules=14,
        broken=(
            broken("H-01", [2, 3, 4, 5, 9, 12, 20, 21], overdue=8, by=datetime.date(2026, 9, 3)),
            broken("H-04", [3, 4, 9, 12], evidence=health, laws=(("all", practice), ("FR", LAW))),
            broken("H-03", [5, 8, 11], laws=(("EU", debated), ("FR", debated)), by=datetime.date(2026, 12, 15)),
            broken("H-06", [7, 15], table=Table.CANDIDATES, recruiters={}, overdue=2, by=datetime.date(2026, 2, 1),
                   evidence=tuple(evidence(each, table=Table.CANDIDATES, recruiter="", stage="", source="") for each in (7, 15))),
            broken("H-12", list(range(2, 40)), laws=(("all", practice),), by=None),
            broken("H-15", [], table=Table.PRACTICE, candidates=(), posts={}, recruiters={}, evidence=(), laws=(("FR", council),)),
        ),
        passed=(rule("H-05"), rule("H-17"), rule("H-14")),
        missing=(
            Missing(code="H-13", table=Table.PRACTICE, column="written_rule", rows=()),
            Missing(code="H-16", table=Table.LOOKS, column="identity_confidence", rows=tuple(range(2, 50))),
            Missing(code="H-16", table=Table.LOOKS, column="used_in_decision", rows=(2, 3, 9)),
            Missing(code="H-18", table=Table.LOOKS, column="reply_offered", rows=(4, 5, 6, 17)),
            Missing(code="H-01", table=Table.LOOKS, column="notice_at", rows=(30, 31)),
        ),
        unreadable=(
            Unreadable(table=Table.LOOKS, row=19, column="looked_at", why=say("no day that can be read")),
            Unreadable(table=Table.LOOKS, row=33, column="candidate", why=say("two candidates in one cell")),
        ),
        purge=(held(15, datetime.date(2026, 2, 1)), held(7, datetime.date(2025, 12, 24))),
        keep=(held(3, datetime.date(2027, 1, 5), say("may stay until the term")), held(4, None, say("no term is established here"))),
        posts=(
            Share(name="Comptable", looks=20, codes={"H-01": 4, "H-04": 2, "H-12": 12}),
            Share(name="Chef de projet", looks=18, codes={"H-01": 3, "H-12": 14}),
            Share(name="Aide-soignante", looks=10, codes={}),
        ),
        recruiters=(Share(name="R1", looks=30, codes={"H-01": 5}), Share(name="R2", looks=18, codes={"H-03": 3})),
        absent=(Table.CANDIDATES,),
        untold=(rule("H-13"), rule("H-16"), rule("H-18")),
    )  # fmt: skip


def clean():
    """Nothing to verify, nothing open."""
    return replace(
        small(), broken=(), missing=(), unreadable=(), purge=(), keep=(), absent=(), untold=(),
        passed=tuple(rule(each) for each in TITLES), posts=(), recruiters=(),
    )  # fmt: skip


def huge(looks=100_000):
    """Every row breaks every rule, lacks cells, cannot be read; every file is too old."""
    rows = list(range(2, looks + 2))
    odd = rows[::2]
    people = tuple(f"C{each}" for each in rows)
    codes = list(TITLES)
    return replace(
        small(),
        looks=looks,
        candidates=looks,
        broken=tuple(
            broken(each, rows if at % 2 else odd, candidates=people, overdue=looks, posts={f"Post {one}": 1 for one in range(3000)},
                   recruiters={f"R{one}": one for one in range(3000)}, evidence=tuple(evidence(row) for row in rows[:200]))
            for at, each in enumerate(codes)
        ),
        missing=tuple(
            Missing(code=each, table=Table.LOOKS, column=column, rows=tuple(odd))
            for each in codes
            for column in ("notice_at", "source")
        ),
        unreadable=tuple(Unreadable(table=Table.LOOKS, row=each, column="looked_at", why=say("no day that can be read")) for each in rows),
        purge=tuple(held(each, datetime.date(2025, 12, 24)) for each in rows),
        keep=tuple(held(each, None) for each in rows),
        posts=tuple(Share(name=f"Post {each}", looks=each, codes=dict.fromkeys(codes, each)) for each in range(3000)),
        recruiters=tuple(Share(name=f"R{each}", looks=each, codes=dict.fromkeys(codes, each)) for each in range(3000)),
    )  # fmt: skip


HOSTILE = (
    "</td><script>x</script><img src='file:///etc/passwd'>\u202egnp.exe\u200b[x](http://y.example)"
)


def hostile():
    """Every word that comes out of the officer's table tries something."""
    words = dict.fromkeys(("post", "stage", "source", "detail", "candidate", "recruiter"), HOSTILE)
    nasty = tuple(evidence(each, **words) for each in (2, 3))
    found = small()
    first = replace(found.broken[0], evidence=nasty, posts={HOSTILE: 3}, recruiters={HOSTILE: 2})
    return replace(
        found,
        employer=HOSTILE,
        broken=(first, *found.broken[1:]),
        posts=(Share(name=HOSTILE, looks=3, codes={"H-01": 2, HOSTILE: 1}),),
        purge=tuple(replace(each, post=HOSTILE, candidate=HOSTILE, why=say(HOSTILE)) for each in found.purge),
        unreadable=(Unreadable(table=Table.LOOKS, row=2, column=HOSTILE, why=say(HOSTILE)),),
        missing=(*found.missing, Missing(code=HOSTILE, table=Table.LOOKS, column=HOSTILE, rows=(2,))),
    )  # fmt: skip
