"""What the report of a second audit says first: the good news, in calm words, and nothing that was not read."""

import json
import re
from dataclasses import replace
from datetime import timedelta

import jsonschema
import pytest

from auditor.model.finding import Dial
from auditor.model.redaction import Redaction
from auditor.model.report import Status
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility
from auditor.report import html, result, terminal
from auditor.report.lookup import lookup
from auditor.report.progress import Standing, progress
from auditor.report.progress_shown import shown
from auditor.report.redact import redact_both
from auditor.report.result_schema import schema
from tests.report.changed import changed, differences, failing, settled, whole, without
from tests.report.conftest import AD, SIM

SETTLED, STILL, NEW, UNCHECKED = Standing


def steps(before, after):
    return progress(differences(before, after), before, after)


def standings(found):
    return {each.finding.code: each.standing for each in found.outcomes}


def later(report):
    return replace(report, made_at=report.made_at + timedelta(days=30))


def with_findings(report, viewers, *findings):
    views = {
        viewer: replace(view, findings=findings if viewer in viewers else ())
        for viewer, view in report.views.items()
    }
    return replace(report, views=views)


def with_dial(report, viewer, value):
    view = report.views[viewer]
    dials = {**view.dials, "fraud": Dial(value=value, grade="C")}
    return replace(report, views=report.views | {viewer: replace(view, dials=dials)})


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (whole, whole, {"F-03": STILL, "F-09": STILL}),
        (whole, settled, {"F-03": SETTLED, "F-09": SETTLED}),
        (settled, whole, {"F-03": NEW, "F-09": NEW}),
        (whole, lambda found: failing(settled(found), "p2"), {"F-03": UNCHECKED, "F-09": SETTLED}),
        (whole, lambda found: without(settled(found), "p2"), {"F-03": UNCHECKED, "F-09": SETTLED}),
        (lambda found: failing(settled(found), "p2"), whole, {"F-03": NEW, "F-09": NEW}),
    ],
)
def test_where_each_risk_stands(report, before, after, expected):
    report = whole(report)
    assert standings(steps(before(report), after(report))) == expected


def test_what_a_source_that_was_not_read_before_shows_may_be_older(report):
    report = whole(report)
    found = steps(failing(settled(report), "p2"), report)
    assert {each.finding.code: each.looked for each in found.are(NEW)} == {
        "F-03": False,
        "F-09": True,
    }


def test_what_contacts_see_is_inventory(report):
    report = whole(report)
    inventory = with_findings(report, {Viewer.CONTACT, Viewer.ME}, SIM)
    assert steps(inventory, inventory).outcomes == ()
    assert standings(steps(with_findings(report, set(Viewer), SIM), inventory)) == {"F-03": SETTLED}


def test_a_risk_that_is_closed_to_some_is_still_there_and_told_so(report):
    report = whole(report)
    wide = with_findings(report, {Viewer.SEARCH, Viewer.ANYONE, Viewer.MEMBER}, AD)
    narrow = with_findings(report, {Viewer.MEMBER, Viewer.FRIEND_OF_FRIEND}, AD)
    (found,) = steps(wide, narrow).outcomes
    assert found.standing is STILL
    assert found.closed == (Viewer.SEARCH, Viewer.ANYONE)
    assert found.opened == (Viewer.FRIEND_OF_FRIEND,)


def test_the_dials_are_those_of_the_stranger_who_sees_most(report):
    report = whole(report)
    found = steps(report, with_dial(report, Viewer.FRIEND_OF_FRIEND, 10))
    assert found.viewer is Viewer.FRIEND_OF_FRIEND
    assert [each.dial for each in found.dials] == [
        "employer", "fraud", "safety", "people", "linkability"
    ]  # fmt: skip
    moved = [each for each in found.dials if each.before != each.after]
    assert [(each.before.value, each.after.value) for each in moved] == [(24, 10)]
    alone = replace(report, views={Viewer.ANYONE: report.views[Viewer.ANYONE]})
    assert steps(report, alone).viewer is Viewer.ANYONE
    inventory = replace(report, views={Viewer.ME: report.views[Viewer.ME]})
    assert (steps(report, inventory).viewer, steps(report, inventory).dials) == (None, ())


def test_of_other_strangers_only_what_moved_otherwise_is_told(report):
    report = whole(report)
    after = with_dial(report, Viewer.FRIEND_OF_FRIEND, 10)
    assert steps(report, with_dial(after, Viewer.MEMBER, 10)).elsewhere == ()
    (turn,) = steps(report, with_dial(after, Viewer.MEMBER, 11)).elsewhere
    assert (turn.viewer, turn.after.value) == (Viewer.MEMBER, 11)


def test_facts_are_gone_narrowed_or_new_and_what_nobody_knew_has_not_narrowed(report):
    report = whole(report)
    facts = {each.id: each for each in report.facts}
    facts["f2"] = replace(facts["f2"], visibility=Visibility.CONTACTS)
    facts["f9"] = replace(facts["f9"], visibility=Visibility.ME)
    del facts["f5"]
    found = steps(report, replace(report, facts=tuple(facts.values())))
    assert [each.id for each in found.gone] == ["f5"]
    assert [each.either.id for each in found.narrowed] == ["f2"]
    back = steps(replace(report, facts=tuple(facts.values())), report)
    assert [each.id for each in back.come] == ["f5"]
    assert back.narrowed == ()


# In words.


def unread(report):
    """The dials fell, because a page could not be read."""
    return with_dial(failing(report, "p2"), Viewer.FRIEND_OF_FRIEND, 3)


def only_wider(report):
    return with_findings(report, set(Viewer) - {Viewer.ME}, AD)


def both_less(report):
    return with_dial(report, Viewer.FRIEND_OF_FRIEND, 3)


@pytest.mark.parametrize(
    ("before", "after", "says", "better"),
    [
        (whole, settled, "Well done: 2 risks have been settled since November 24, 2026.", True),
        (whole, lambda r: with_findings(r, set(Viewer), SIM), "Well done: one risk has been", True),
        (whole, both_less, "Less can be put together than on November 24, 2026", True),
        (settled, whole, "New since November 24, 2026: 2 risks.", False),
        (whole, unread, "nothing can be said to have got better", False),
        (whole, whole, "Nothing changed since November 24, 2026.", False),
        (
            lambda r: failing(with_findings(r, (), AD), "p1"),
            lambda r: with_findings(r, {Viewer.ANYONE}, AD),
            "More was read than on November 24, 2026",
            False,
        ),
    ],
)
def test_the_headline_says_no_more_than_was_seen(report, before, after, says, better):
    report = whole(report)
    old, new = before(report), later(after(report))
    told = shown(lookup(new, "en"), steps(old, new))
    assert says in told.headline
    assert told.is_better is better


def test_sources_that_were_not_read_are_a_word_of_caution(report):
    report = whole(report)
    told = shown(lookup(report, "en"), steps(report, failing(report, "p2")))
    assert "Less was read than before (one source)" in told.notes[0]
    told = shown(lookup(report, "en"), steps(without(report, "p3"), report))
    assert "More was read than before (one source)" in told.notes[0]
    partly = replace(report.sources[0], status=Status.PARTLY)
    before = replace(report, sources=(partly, *report.sources[1:]))
    assert steps(before, report).gained == steps(report, before).lost == 1


def drawn(before, after, mode=Redaction.OTHERS):
    return redact_both(steps(before, after), (before, after), mode)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_first_audit_shows_nothing_of_it(report, language):
    page = html.render(report, language=language, redact=Redaction.OTHERS).decode()
    assert 'id="progress"' not in page
    assert ".counts" not in page
    plain = json.loads(result.render(report, language=language, redact=Redaction.OTHERS))
    assert plain["progress"] is None


def test_the_page_begins_with_the_progress_and_links_to_what_is_left(report):
    before = whole(report)
    after = later(with_findings(before, set(Viewer), SIM))
    page = html.render(
        after, language="en", redact=Redaction.OTHERS, progress=drawn(before, after)
    ).decode()
    assert page.index("Well done: one risk") < page.index("What to do first")
    assert page.index("A number in an ad") < page.index('id="glance"')
    (href,) = re.findall(r'href="#([^"]+)">Enough to try', page[: page.index('id="glance"')])
    assert f'id="{href}"' in page


def test_the_terminal_begins_with_the_progress(report):
    before, after = whole(report), later(changed(whole(report)))
    text = terminal.summary(
        after, language="en", redact=Redaction.OTHERS, progress=drawn(before, after)
    )
    assert text.startswith(
        """\
Loïc Tréhardel – December 24, 2026

Well done: one risk has been settled since November 24, 2026.
Less was read than before (2 sources): a read-out may have fallen for that
alone.
  Settled: 1
    – A number in an ad (minor) – was open to: anyone, a member, a friend of a
      friend
  Could not be checked again: 1
    – Enough to try a SIM swap (serious) – what it rested on was not read this
      time: it may be there still
  A friend of a friend    Fraud 24 → 0
  No longer to be read about you: 2 facts
  Seen by fewer people: one fact
  Not there before: one fact

"""
    )


@pytest.mark.parametrize("mode", list(Redaction))
def test_the_json_keeps_to_its_schema_and_tells_the_same(report, mode):
    before, after = whole(report), later(changed(whole(report)))
    data = result.render(after, language="en", redact=mode, progress=drawn(before, after, mode))
    plain = json.loads(data)
    jsonschema.Draft202012Validator(schema()).validate(plain)
    told = plain["progress"]
    assert (told["settled"], told["still"], told["new"], told["unchecked"]) == (1, 0, 0, 1)
    assert {each["code"]: each["standing"] for each in told["findings"]} == {
        "F-09": "settled",
        "F-03": "unchecked",
    }
    assert (told["facts_gone"], told["facts_narrowed"], told["facts_new"]) == (2, 1, 1)


@pytest.mark.parametrize("mode", list(Redaction))
def test_names_are_masked_as_the_mode_asks(report, mode):
    before, after = whole(report), later(changed(whole(report)))
    page = html.render(
        after, language="fr", redact=mode, progress=drawn(before, after, mode)
    ).decode()
    first = page[: page.index('id="glance"')]
    assert ("Corentin" in first) is (mode is Redaction.NONE)
    assert ("06 39 98 41 27" in first) is (mode is not Redaction.ALL)


def test_hostile_words_are_inert(report):
    before = whole(report)
    facts = tuple(
        replace(each, value="<script>\u202ex", quote="<script>\u202ex") if each.id == "f5" else each
        for each in before.facts
    )
    before = replace(before, facts=facts, version="9\x1b<i>")
    after = later(settled(whole(report)))
    page = html.render(
        after, language="en", redact=Redaction.OTHERS, progress=drawn(before, after)
    ).decode()
    first = page[page.index("<body>") : page.index('id="glance"')]
    assert "&lt;script&gt;⟦RLO⟧x" in first
    assert not re.search("<script>|<i>|[\u202e\x1b]", first)
