"""A made report of forty accounts of one invented person, joined one after the other, with an annex of their facts."""

from dataclasses import replace

from auditor.model.finding import Finding
from auditor.model.identity import Identity
from auditor.model.link import Band, Judgement, Level, Link
from auditor.model.network import NetworkKind
from auditor.model.portrait import Edit, Portrait, Remedy, Step
from auditor.model.record import Record, Role
from auditor.model.report import SourceStatus, Status
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility
from tests.report.conftest import DIALS, RULES, fact, small, view

ACCOUNTS = 40
TOWNS = ("Nantes", "Rezé", "Vertou", "Clisson")
SEEN = (Visibility.INDEXED, Visibility.ANYONE, Visibility.MEMBERS, Visibility.CONTACTS)


def _facts(at):
    """What a collector of accounts finds on a site: a handle, a name, a town, a word about oneself."""
    owner, seen = f"site{at}#owner", SEEN[at % 4]
    yield fact(f"h{at}", owner, "alias", f"loic_tr{at}", None, seen)
    yield fact(f"n{at}", owner, "full_name", "loïc tréhardel", "Loïc Tréhardel", seen)
    yield fact(f"t{at}", owner, "home_commune", TOWNS[at % 4], f"j’habite à {TOWNS[at % 4]}", seen)
    yield fact(
        f"b{at}",
        owner,
        "phone_mobile",
        f"+3363998{at:04}",
        f"joignable au 06 39 98 {at // 100:02} {at % 100:02}, après dix-neuf heures",
        seen,
        passage="post-1",
    )


def _link(at):
    return Link(
        id=f"site0#owner~site{at}#owner",
        left="site0#owner",
        right=f"site{at}#owner",
        levels=(
            Level(comparison="identity", level="full", bits=21.0, left="n0", right=f"n{at}"),
            Level(comparison="home", level="same_town", bits=6.5, left="t0", right=f"t{at}"),
        ),
        bits=14.5,
        probability=0.996,
        judgement=Judgement.SAME,
        band=Band.NEAR_CERTAIN,
    )


def forty(accounts=ACCOUNTS):
    """The report: every viewer joins what they see of it, and two rules fire."""
    facts = [each for at in range(accounts) for each in _facts(at)]
    records = [
        Record(id=f"site{at}#owner", source=f"site{at}", role=Role.OWNER,
               label="Loïc Tréhardel", account=f"site{at}:loic_tr{at}")
        for at in range(accounts)
    ]  # fmt: skip
    return replace(
        small(),
        sources=tuple(
            SourceStatus(id=f"site{at}", place=f"https://site{at}.example/loic_tr{at}",
                         network=None, status=Status.READ, records=1, seen_by=SEEN[at % 4])
            for at in range(accounts)
        ),
        failures=(),
        records=tuple(records),
        facts=tuple(facts),
        views={viewer: _view(viewer, facts) for viewer in Viewer},
    )  # fmt: skip


def _view(viewer, facts):
    seen = [each for each in facts if viewer.sees(each.visibility, NetworkKind.PERSONAL)]
    numbers = sorted({int(each.record[4 : each.record.index("#")]) for each in seen})
    links = [_link(at) for at in numbers[1:]]
    phones = tuple(each.id for each in seen if each.kind == "phone_mobile")
    return view(
        viewer,
        [each.id for each in seen],
        absences=(),
        identities=(Identity(id="site0#owner", records=tuple(f"site{at}#owner" for at in numbers),
                             accounts=(), is_subject=True),),
        links=tuple(links),
        portrait=Portrait(start="site0#owner", steps=tuple(
            Step(record=each.right, by=(each.id,), quotes=("Loïc Tréhardel",), bits=each.bits,
                 adds=(f"b{each.right[4:-6]}",))
            for each in links
        )),
        remedies=(Remedy(edits=(Edit(fact="n0", action="hide", effort="easy", by_whom="subject"),),
                         breaks=("site4#owner",)),),
        findings=tuple(
            Finding(rule=rule, code=RULES[rule].code, severity=RULES[rule].severity,
                    identity="site0#owner", audience=("stranger",), facts=phones)
            for rule in RULES
        ),
        dials=DIALS,
    )  # fmt: skip
