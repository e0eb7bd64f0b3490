"""A persona does the three things that its report names first, audits again, and sees that they helped.

The road of a user: audit, three actions, the pages of the case changed, audit, `auditor diff`.
"""

import re
import shutil

import pytest
from bs4 import BeautifulSoup, NavigableString

from auditor import kits, pipeline
from auditor.collect.diff import compare
from auditor.model.change import Became
from auditor.model.redaction import Redaction
from auditor.report.actions import actions
from auditor.report.diff import diff
from auditor.report.progress import Standing, progress
from auditor.report.reread import reread
from auditor.report.result import render
from auditor.resources.folders import folder
from tests.audited import NOW, audited, shared

NAMES = frozenset({"full_name", "first_name", "username", "alias", "name_initials"})
"""What a person cannot take back: every page that is theirs says it."""
WHOLE = NAMES | {"profile_indexed"}
"""What stands in the address, the title and everywhere: the page is closed instead."""
BLOCKS = ("figure", "article", "li", "tr", "blockquote", "p", "dd", "td")
"""What is taken away with a word: a photo with its caption, a wish, a row, a paragraph."""
PERSONAS = ("marc-l", "ines")


def told(report, action):
    """The facts that can be changed: an inferred fact stands for those it rests on."""
    known = {fact.id: fact for view in report.views.values() for fact in view.made}
    known |= {fact.id: fact for fact in report.facts}
    waiting, found = list(action.facts), []
    while waiting:
        fact = waiting.pop(0)
        below = [known[each] for each in fact.inferred_from if each in known]
        waiting += below
        found += [] if below else [fact]
    return found


def chosen(report, action):
    """What the report says to take back; where it names none, the fewest facts that undo the finding.

    Those are all of one kind, which its rule cannot do without.
    """
    if action.fix is not None:
        return told(report, action)
    kinds = {}
    for fact in told(report, action):
        kinds.setdefault(fact.kind, []).append(fact)
    free = {kind: found for kind, found in kinds.items() if kind not in NAMES} or kinds
    return min(free.values(), key=len)


def flat(text):
    return re.sub(r"\s+", " ", text)


def taken_off(page, quote):
    """Take the block that says it off a saved page; was it there?"""
    soup = BeautifulSoup(page.read_bytes(), "html.parser")
    met = [
        each
        for each in soup.body.find_all(string=True)
        if type(each) is NavigableString and quote in flat(each)
    ]
    for text in met:
        block = text.find_parent(BLOCKS)
        if block is not None:
            block.decompose()
        elif text.parent is not None:
            text.replace_with(flat(text).replace(quote, ""))
    if met:
        page.write_bytes(soup.encode(soup.original_encoding or "utf-8"))
    return bool(met)


def closed(mandate, source):
    """Only contacts see the source any more."""
    text = mandate.read_text("utf-8")
    row = next(each for each in text.splitlines() if f"{{id: {source}," in each)
    narrow = re.sub(r"seen_by: (\{[^}]*\}|\w+)", "seen_by: contacts", row)
    mandate.write_text(text.replace(row, narrow), encoding="utf-8")


def mend(case, report):
    """Do the three things that the report names first."""
    paths, done = {each.id: case / each.place for each in report.sources}, set()
    for action in actions(report):
        for fact in chosen(report, action):
            path, quote = paths[fact.source], flat(fact.quote)
            said = path.suffix == ".html" and fact.kind not in WHOLE
            if said and taken_off(path, quote):
                done.add((path, quote))
            elif (path, quote) not in done:
                closed(case / "mandate.yml", fact.source)


def kept(report):
    """As `auditor diff` reads it: what a file of `audit --format json` holds."""
    data = render(report, language="en", redact=Redaction.OTHERS)
    return reread(data, file="result.json")


@pytest.fixture(scope="module", params=PERSONAS)
def road(request, tmp_path_factory):
    """The report before, that after three fixes, the comparison and the progress."""
    session = shared(tmp_path_factory.getbasetemp())
    first = audited(request.param, session)
    case = tmp_path_factory.mktemp("mended") / request.param
    shutil.copytree(folder("samples") / request.param, case)
    mend(case, first)
    mandate, kit = kits.for_case(case, NOW.date())
    second = pipeline.audit(mandate, kit, case=case, now=NOW)
    before, after = kept(first), kept(second)
    found = diff(before, after, compare(before, after))
    return first, second, found, progress(found, before, after)


def test_what_the_three_actions_promised_is_settled(road):
    """Of an action that only weakens risks, nothing is promised but the dials."""
    first, _, _, shown = road
    found = actions(first)
    assert len(found) == 3
    promised = {each.finding.rule for each in found if each.fix is None or each.fix.closes}
    assert promised
    assert promised <= {each.finding.rule for each in shown.are(Standing.SETTLED)}


def test_the_dials_fall_as_far_as_was_promised(road):
    first, second, _, _ = road
    fixes = [each.fix for each in actions(first) if each.fix]
    assert fixes
    for fix in fixes:
        now = second.views[fix.viewer].dials
        late = {dial: (now[dial].value, after) for dial, (_, after) in fix.dials.items()}
        assert {dial: each for dial, each in late.items() if each[0] > each[1]} == {}


def test_no_dial_rises_and_one_falls(road):
    _, _, found, _ = road
    assert found.turns
    assert [each for each in found.turns if each.after.value > each.before.value] == []


def test_nothing_new_appears_and_nothing_is_left_unread(road):
    """Somebody else may be called otherwise, once the photo that gave their surname is gone."""
    _, _, found, shown = road
    assert shown.are(Standing.NEW) == ()
    assert shown.are(Standing.UNCHECKED) == ()
    assert shown.come == ()
    assert shown.gone
    assert found.changes.are(Became.UNCOMPARED).facts == ()
