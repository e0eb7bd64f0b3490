"""What GDPR articles 9 and 10 protect: the subject sees it, nobody else does."""

import json
from dataclasses import replace
from itertools import product

import pytest

from auditor.assess.kinds import kinds
from auditor.model.finding import Finding
from auditor.model.identity import Identity
from auditor.model.mandate import Purpose
from auditor.model.portrait import Edit, Portrait, Remedy, Step
from auditor.model.redaction import Redaction
from auditor.model.text import say
from auditor.model.viewer import Viewer
from auditor.report import annex, html, result, terminal
from auditor.report.lookup import lookup
from auditor.report.protected import alike, without
from auditor.report.redact import redact
from auditor.report.reread import reread
from auditor.resources.folders import folder
from tests.report.conftest import KINDS, RULES, UNSURE, fact, rule

VOCABULARY = kinds(folder("rules"))
PROTECTED = [each for each in VOCABULARY.values() if each.article]
WORDS = "retour de ma chimio avec Hélène"
TELLING = ("chimio", "health", "justice", "criminal", "protected-trait", "garde à vue")
OTHERS = [Purpose.TRAINING, Purpose.COHORT]

ILL = fact("h1", "p1#owner", "health", "ma chimio", passage="post-3", span=(10, 19))
REPEATS = (
    fact("h2", "p1#owner", "old_post", "2008-06-03", WORDS, passage="post-3"),
    fact("h3", "p1#owner", "travel_plan", "chimio avec", passage="post-3", span=(13, 24)),
    fact("h4", "p1#owner", "favourite", "retour", passage="post-3", span=(0, 6)),
)
HELD = fact("j1", "p3#loic-trehardel-1", "criminal_record", "garde à vue", passage="row-1")
INFERRED = fact("made-2", "p1#owner", "absence_claim", "chimio", passage="inferred",
                inferred_from=("h1",))  # fmt: skip
TRAIT = Finding(rule="employer.protected-trait", code="E-02", severity=4, identity="p1#owner",
                audience=("recruiter",), facts=("h1", "f2"))  # fmt: skip
GUARDED = replace(UNSURE, why=say("a matter of justice is never attributed"))


@pytest.fixture
def told(report):
    """The small report, with an illness said in a post and a matter of justice told of a namesake."""
    trait = replace(rule("E-02", 4, {"en": "A health trait"}, {"en": ("Hide it.",)}), id=TRAIT.rule)

    def seen(view):
        return replace(
            view,
            facts=(*view.facts, "h1", "h2", "h3", "h4", "j1"),
            made=(*view.made, INFERRED),
            links=(GUARDED,),
            findings=(*view.findings, TRAIT),
            portrait=Portrait(
                start="p1#owner",
                steps=(
                    Step(record="made-2", by=("h1",), quotes=("ma chimio",), bits=0.0),
                    Step(record="p2#loic-t", by=("h1", "f1"), quotes=(WORDS, "Loïc"), bits=1.0,
                         adds=("h1", "f4")),
                ),
            ),
            remedies=(
                Remedy(edits=(Edit(fact="h1", action="hide", effort="easy", by_whom="subject"),),
                       breaks=("p2#loic-t",)),
            ),
        )  # fmt: skip

    return replace(
        report,
        facts=(*report.facts, ILL, *REPEATS, HELD),
        views={viewer: seen(view) for viewer, view in report.views.items()},
        rules=RULES | {TRAIT.rule: trait},
        kinds=VOCABULARY,
    )


def shared(report, mode=Redaction.OTHERS):
    return result.render(report, language="en", redact=mode).decode()


def page(report, mode=Redaction.OTHERS):
    return html.render(report, language="en", redact=mode).decode()


def of(purpose, report):
    return replace(report, mandate=replace(report.mandate, purpose=purpose))


def test_the_subjects_own_report_shows_them(told):
    assert "ma chimio" in page(told)
    assert "left out of this report" not in page(told)
    shelves = annex.inventory(lookup(redact(told, Redaction.OTHERS), "en"))
    assert "health" in [each.kind for each in shelves["Protected by law"]]


def test_by_default_a_result_for_others_tells_nothing_of_them(told):
    text = shared(told)
    assert [word for word in TELLING if word in text] == []
    assert json.loads(text)["without_protected"] is True


@pytest.mark.parametrize("kind", PROTECTED, ids=lambda kind: kind.id)
def test_none_of_their_kinds_stands_in_such_a_result(report, kind):
    one = fact("s1", "p1#owner", kind.id, "sayssomething")
    text = shared(replace(report, facts=(*report.facts, one), kinds=VOCABULARY))
    assert "sayssomething" not in text
    assert f'"{kind.id}"' not in text


def test_it_is_the_same_result_as_if_there_were_none(report):
    """That something is left out is said of every such result, so it tells nothing."""
    bare = replace(report, kinds=VOCABULARY)
    ill = replace(bare, facts=(*bare.facts, replace(ILL, passage="post-9")))
    assert shared(bare) == shared(ill)


def test_the_result_is_whole_where_nothing_is_to_be_masked(told):
    found = json.loads(shared(told, Redaction.NONE))
    assert found["without_protected"] is False
    assert {"h1", "j1"} <= {each["id"] for each in found["facts"]}


def test_with_all_masked_the_page_leaves_them_out_and_says_so(told):
    text = page(told, Redaction.ALL)
    assert "chimio" not in text
    assert "left out of this report" in text


@pytest.mark.parametrize(("purpose", "mode"), list(product(OTHERS, Redaction)))
def test_training_and_cohorts_never_carry_them(told, purpose, mode):
    made = of(purpose, told)
    summary = terminal.summary(made, language="en", redact=mode)
    left_out = page(made, mode).replace("(health, beliefs, orientation, justice)", "")
    for text in (shared(made, mode), left_out, summary):
        assert [word for word in TELLING if word in text] == []


def test_words_that_repeat_theirs_go_and_others_stay(told):
    kept = {each.id: each for each in without(told, VOCABULARY).facts}
    assert (kept["h2"].value, kept["h2"].quote) == ("2008-06-03", "…")
    assert kept["h3"].quote == "…"
    assert kept["h4"] == REPEATS[2]
    assert kept["f7"].quote == "avec Hélène au phare"


def test_a_value_that_holds_their_words_goes_too(told):
    whole = fact("h5", "p1#owner", "public_comment", WORDS, passage="post-3")
    kept = without(replace(told, facts=(*told.facts, whole)), VOCABULARY).facts[-1]
    assert (kept.value, kept.quote) == ("…", "…")


def test_no_id_leads_to_what_is_left_out(told):
    for view in without(told, VOCABULARY).views.values():
        assert not {"h1", "j1"} & set(view.facts)
        assert "made-2" not in {each.id for each in view.made}
        assert TRAIT not in view.findings
        assert view.remedies == ()
        (step,) = view.portrait.steps
        assert (step.by, step.quotes, step.adds) == (("f1",), ("…", "Loïc"), ("f4",))


def test_what_follows_from_what_follows_goes_too(told):
    chain = replace(INFERRED, id="made-3", inferred_from=("made-2",))
    view = replace(told.views[Viewer.ME], made=(chain, INFERRED))
    kept = without(replace(told, views={Viewer.ME: view}), VOCABULARY)
    assert kept.views[Viewer.ME].made == ()


def test_the_reason_of_a_link_is_kept_unless_it_may_tell_of_them(told):
    human = replace(GUARDED, human=True)
    other = replace(GUARDED, left="p2#owner", right="p2#loic-t")
    apart = (Identity(id="a", records=("p2#owner", "p3#loic-trehardel-1"), accounts=()),)
    view = replace(told.views[Viewer.ME], links=(GUARDED, human, other), identities=())
    reasons = [bool(each.why) for each in _links(told, view)]
    assert reasons == [False, True, True]
    assert [bool(each.why) for each in _links(told, replace(view, identities=apart))][2] is False


def _links(report, view):
    return without(replace(report, views={Viewer.ME: view}), VOCABULARY).views[Viewer.ME].links


def test_a_level_forgets_the_side_that_is_left_out(told):
    (level,) = UNSURE.levels
    link = replace(UNSURE, levels=(replace(level, left="h1", right="f3"),))
    (kept,) = _links(told, replace(told.views[Viewer.ME], links=(link,)))
    assert (kept.levels[0].left, kept.levels[0].right) == (None, "f3")


def test_two_results_are_compared_both_with_or_both_without(told):
    whole, bare = (
        reread(shared(told, mode).encode(), file="x") for mode in (Redaction.NONE, Redaction.OTHERS)
    )
    asked = {"mode": Redaction.OTHERS, "shared": False}
    assert alike((whole, whole), VOCABULARY, **asked) == (whole, whole)
    cut, other = alike((whole, bare), VOCABULARY, **asked)
    assert {each.id for each in cut.facts} == {each.id for each in other.facts}
    handed_on = alike((whole, whole), VOCABULARY, mode=Redaction.OTHERS, shared=True)
    assert all(each.without_protected for each in handed_on)


def test_an_older_result_is_read_as_whole(report):
    old = json.loads(shared(report))
    del old["without_protected"]
    assert reread(json.dumps(old).encode(), file="x").without_protected is False


def test_a_kind_that_is_not_protected_stays(report):
    assert not any(each.article for each in KINDS.values())
    assert {each.id for each in without(report, KINDS).facts} == {each.id for each in report.facts}
