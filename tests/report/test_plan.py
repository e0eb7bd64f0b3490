"""The plan: every risk is answered somewhere, where it stands, by whoever can; danger comes before all."""

from dataclasses import replace

import pytest

from auditor.model.network import Controller, Deletion, Export
from auditor.model.portrait import Edit, Remedy
from auditor.model.redaction import Redaction
from auditor.model.rule import Sensitivity
from auditor.model.viewer import Viewer
from auditor.report import html, labels, terminal
from auditor.report.carriers import carriers, seen_by_strangers
from auditor.report.duties import duties, open_findings, treatments
from auditor.report.lookup import lookup
from auditor.report.plan import CLOSING, danger, lines, plan
from auditor.report.redact import redact
from auditor.resources.folders import folder
from auditor.resources.read import plain
from tests.audited import audited, shared

HOSTILE = 'a<script>alert("x")</script>\u202egnp.exe [x](javascript:y)'


def book(report, language="en"):
    return lookup(report, language)


def boxes(whole):
    return {place.name: place.boxes for place in whole.places}


def test_a_place_holds_what_is_to_be_done_there_and_why(report):
    found = boxes(plan(book(report)))
    (phone,) = [box for box in found["Photos.example"] if box.kinds == ("mobile phone",)]
    assert (phone.action, phone.setting, phone.effort) == (
        "hide",
        "You > Account > Phone",
        "a minute",
    )
    assert [each.title for each in phone.against] == [
        "Enough to try a SIM swap",
        "A number in an ad",
    ]
    assert phone.quotes == ("06 39 98 41 27",)


def test_on_somebody_elses_page_one_asks_whoever_holds_it(report):
    found = boxes(plan(book(redact(report, Redaction.OTHERS))))
    (asked,) = [box for box in found["amis"] if box.action == "ask"]
    assert asked.whom == "whoever holds the account: H… M…"
    assert asked.setting == ""
    assert asked.effort == "patience, somebody else decides"


def test_a_join_names_what_falls_apart_and_whether_that_takes_more_boxes(report):
    alone = Remedy(edits=report.views[Viewer.MEMBER].remedies[1].edits, breaks=("p2#loic-t",))
    both = Remedy(
        edits=(
            Edit(fact="f1", action="rename", effort="easy", by_whom="subject"),
            Edit(fact="f3", action="ask", effort="hard", by_whom="other"),
        ),
        breaks=("p2#loic-t",),
    )
    for remedy, together in ((alone, False), (both, True)):
        view = replace(report.views[Viewer.MEMBER], remedies=(remedy,), findings=())
        made = plan(book(replace(report, views={Viewer.MEMBER: view})))
        untying = [box for one in made.places for box in one.boxes if box.unties]
        assert {box.together for box in untying} == {together}
        assert all("Loïc T." in box.unties[0] for box in untying)


def test_what_is_gravest_comes_first(report):
    whole = plan(book(report))
    for ranked in (whole.places, *(place.boxes for place in whole.places)):
        grades = [each.severity for each in ranked]
        assert grades == sorted(grades, reverse=True)


def test_who_one_is_stays_while_something_heavier_carries_the_risk(report):
    name = replace(report.kinds["full_name"], sensitivity=Sensitivity.IDENTIFYING)
    book_ = book(replace(report, kinds={**report.kinds, "full_name": name}))
    shown = seen_by_strangers(book_.report)
    (sim,) = [each for each, _ in open_findings(report) if each.code == "F-03"]
    assert {each.kind for each in carriers(book_, sim, shown)} == {"birth_date", "phone_mobile"}
    alone = replace(sim, facts=("f1",))
    assert {each.kind for each in carriers(book_, alone, shown)} == {"full_name"}


def test_all_that_says_as_much_as_widely_is_taken_back_too(report):
    more = replace(report.facts[4], id="f5b", value="+33639984128", quote="06 39 98 41 28")
    views = {
        viewer: replace(view, facts=(*view.facts, "f5b")) if "f5" in view.facts else view
        for viewer, view in report.views.items()
    }
    found = boxes(plan(book(replace(report, facts=(*report.facts, more), views=views))))
    assert "06 39 98 41 28" in [q for box in found["Photos.example"] for q in box.quotes]


def test_another_persons_words_are_nobodys_to_take_back(report):
    """What is inferred from a namesake's page too: the rule's own first step stands instead."""
    made = replace(report.views[Viewer.MEMBER].made[0], inferred_from=("f4", "f6"))
    finding = replace(report.views[Viewer.MEMBER].findings[0], facts=("made-1",))
    view = replace(report.views[Viewer.MEMBER], made=(made,), findings=(finding,), remedies=())
    whole = plan(book(replace(report, views={Viewer.MEMBER: view})))
    assert [(place.name, place.boxes[0].do) for place in whole.places] == [
        ("Everywhere", "Ask your operator for a code.")
    ]


def test_an_account_of_ones_own_says_how_to_copy_and_to_close_it(report):
    card = replace(
        report.networks["photos"],
        export=Export(how={"en": "You > Export"}, url="https://photos.example/export"),
        delete=Deletion(
            effort="hard", url="https://photos.example/close", note={"en": "All goes."}
        ),
        controller=Controller(name="Photos"),
    )
    made = replace(report, networks={"photos": card})
    account = next(each.account for each in plan(book(made)).places if each.account)
    assert (account.copy, account.close_at, account.note) == (
        "You > Export",
        "https://photos.example/close",
        "All goes.",
    )
    text = "\n".join(lines(book(made)))
    assert "☐ If you need the account no more, close it: https://photos.example/close" in text


def stalked(report):
    """The same, one finding of a member's view serving somebody who follows."""
    view = report.views[Viewer.MEMBER]
    served = replace(view.findings[0], audience=("stalker",))
    return replace(report, views={**report.views, Viewer.MEMBER: replace(view, findings=(served,))})


def test_danger_comes_before_all_and_beside_the_remedies(report):
    assert plan(book(report)).danger == ""
    made = stalked(report)
    told = book(made)
    assert "change nothing alone" in plan(told).danger
    assert danger(told, Viewer.MEMBER)
    assert danger(told, Viewer.SEARCH) == ""
    assert next(lines(told)) == plan(told).danger
    summary = " ".join(terminal.summary(made, language="en", redact=Redaction.OTHERS).split())
    assert summary.index("change nothing alone") < summary.index("What to do first")
    page = html.render(made, language="en", redact=Redaction.OTHERS).decode()
    panel = page.partition('id="view-member"')[2].partition("</section>")[0]
    remedies = panel.partition("What would break the chain")[2]
    assert remedies.index("change nothing alone") < remedies.index('class="remedies"')
    section = page.partition('aria-labelledby="plan"')[2].partition("</section>")[0]
    assert section.index("change nothing alone") < section.index('class="plan"')
    narrow = page.partition('id="view-search"')[2].partition("</section>")[0]
    assert "change nothing alone" not in narrow


def test_nothing_found_is_nothing_to_do(report):
    bare = {v: replace(view, findings=(), remedies=()) for v, view in report.views.items()}
    made = replace(report, views=bare)
    assert plan(book(made)).places == ()
    page = html.render(made, language="en", redact=Redaction.OTHERS).decode()
    assert "There is nothing to take back" in page
    assert "☐" not in page


def test_hostile_words_and_addresses_are_named_and_never_run(report):
    first = replace(report.facts[4], quote=HOSTILE, value=HOSTILE)
    page = f"https://x.example/{HOSTILE}"
    sources = (replace(report.sources[0], network=None, place="p1.html", url=page),)
    made = replace(
        report,
        facts=(*report.facts[:4], first, *report.facts[5:]),
        sources=(*sources, *report.sources[1:]),
    )
    text = "\n".join(lines(book(made)))
    assert text.count("⟦RLO⟧") >= 2
    assert "\u202e" not in text
    page = html.render(made, language="fr", redact=Redaction.NONE).decode()
    section = page.partition('aria-labelledby="plan"')[2].partition("</section>")[0]
    assert "<script" not in section
    assert 'href="javascript' not in section


def test_a_link_of_a_card_is_a_link_only_where_it_is_a_plain_address(report):
    card = replace(
        report.networks["photos"],
        delete=Deletion(effort="easy", url='javascript:alert("x")'),
    )
    page = html.render(
        replace(report, networks={"photos": card}), language="en", redact=Redaction.NONE
    ).decode()
    assert 'href="javascript' not in page
    assert "javascript:alert(&#34;x&#34;)" in page


def test_the_plan_takes_facts_back_as_the_remedies_do():
    data, _ = plain(folder("rules") / "remedies.yml")
    assert treatments().other.action == data["other"]["action"] == "ask"
    assert set(treatments().kinds) == set(data["kinds"])
    assert {each.effort for each in treatments().kinds.values()} <= set(labels.EFFORTS)
    assert {each.action for each in treatments().kinds.values()} <= set(labels.ACTIONS)


def test_every_card_says_its_effort_in_words(data_networks):
    assert {each.delete.effort for each in data_networks.values() if each.delete} <= set(CLOSING)


@pytest.fixture(scope="module")
def data_networks():
    from auditor.kits import networks

    return networks()


@pytest.mark.parametrize("sample", ["marc-l", "rachel"])
def test_every_open_risk_of_a_sample_is_answered_by_a_box(sample, tmp_path_factory):
    report = redact(audited(sample, shared(tmp_path_factory.getbasetemp())), Redaction.OTHERS)
    told = book(report)
    wanted = {finding.rule for finding, _ in open_findings(report)}
    titles = {report.rules[each].title["en"] for each in wanted}
    answered = {
        each.title for one in plan(told).places for box in one.boxes for each in box.against
    }
    assert len(answered) == len(titles)
    for duty in duties(told):
        assert (duty.action == "ask") is (not duty.own)
