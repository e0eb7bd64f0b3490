"""Advice: read whole or refused whole, given where its condition holds, and nothing else."""

from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from auditor.assess import advice
from auditor.assess.kinds import kinds
from auditor.errors import PackError
from auditor.model.advice import When
from auditor.model.fact import About, Polarity
from auditor.model.mandate import Declared
from auditor.model.viewer import Viewer
from tests.assess.conftest import RULES, made_fact

KINDS = kinds(RULES)
OURS = advice.load(RULES, KINDS)
(FINDABLE,) = [each for each in OURS if each.code == "E-13"]
LOOKING = Declared(looking_for_work=True)


def told(facts, declared=LOOKING, viewer=Viewer.RECRUITER, floor=0.5):
    """The codes given when one viewer sees these facts and nobody else was asked for."""
    found = advice.given(OURS, declared, lambda each: facts if each is viewer else None, floor)
    return [each.code for each in found]


@pytest.mark.parametrize("each", OURS, ids=lambda each: each.code)
def test_our_advice_speaks_both_languages_and_names_what_it_rests_on(each):
    for texts in (each.title, each.why, each.steps):
        assert set(texts) == {"fr", "en"}
    assert len(each.steps["fr"]) == len(each.steps["en"])
    assert each.references


@pytest.mark.parametrize(
    ("facts", "declared", "codes"),
    [
        ([], LOOKING, ["E-13"]),
        ([made_fact("full_name")], LOOKING, ["E-13"]),
        ([], Declared(), []),
        ([], Declared(sms_2fa=True), []),
        ([made_fact("cv_public")], LOOKING, []),
        ([made_fact("profile_indexed")], LOOKING, []),
        ([made_fact("cv_public", confidence=0.1)], LOOKING, ["E-13"]),
        ([made_fact("cv_public", polarity=Polarity.NEGATED)], LOOKING, ["E-13"]),
        ([made_fact("cv_public", about=About.OTHER)], LOOKING, ["E-13"]),
    ],
)
def test_whoever_looks_for_work_and_cannot_be_found_is_told(facts, declared, codes):
    assert told(facts, declared) == codes


def test_nothing_is_said_of_a_viewer_nobody_asked_for():
    assert told([], viewer=Viewer.MEMBER) == []


def test_what_is_not_asked_for_is_not_looked_at():
    def looked(_):
        raise AssertionError

    assert advice.given(OURS, Declared(), looked, 0.5) == ()


NAMES = st.frozensets(st.sampled_from(["cv_public", "profile_indexed", "employer", "full_name"]))


@given(NAMES, NAMES, NAMES)
def test_a_kind_that_must_be_unseen_silences_and_one_that_must_be_seen_is_needed(seen, want, bar):
    when = When(viewer=Viewer.RECRUITER, seen=tuple(want), unseen=tuple(bar))
    assert advice.holds(when, frozenset(), seen) is (want <= seen and not bar & seen)


def written(folder, **changes):
    """A folder of rules whose only advice is ours, changed."""
    ours = yaml.safe_load((RULES / "advice" / "nothing-professional.yml").read_text("utf-8"))
    place = folder / "advice"
    place.mkdir()
    path = place / "nothing-professional.yml"
    path.write_text(yaml.safe_dump({**ours, **changes}, allow_unicode=True), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"id": "advice.other"}, "id: not the path"),
        ({"code": "13"}, "code: not a letter"),
        ({"title": {"en": "Only English"}}, "no text in fr"),
        ({"steps": {"en": [], "fr": ["Faites."]}}, "no text in en"),
        ({"references": []}, "references: none"),
        ({"when": {"viewer": "recruiter"}}, "when: holds for everybody"),
        ({"when": {"viewer": "recruiter", "declared": ["rich"]}}, "no such mark: rich"),
        ({"when": {"viewer": "nobody", "declared": ["sms_2fa"]}}, "when.viewer"),
        (
            {"when": {"viewer": "recruiter", "declared": ["sms_2fa"], "unseen": ["cv"]}},
            "unknown kind cv",
        ),
        ({"examples": {"given": [], "silent": [{}]}}, "examples.given: none"),
        ({"examples": {"given": [{}], "silent": [{}]}}, "comes out otherwise"),
        ({"severity": 3}, "unknown key"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(tmp_path, changes, said):
    with pytest.raises(PackError, match=r"advice/nothing-professional\.yml:") as told:
        advice.load(written(tmp_path, **changes), KINDS)
    assert said in str(told.value)


def test_ours_unchanged_is_read(tmp_path):
    assert advice.load(written(tmp_path), KINDS) == (FINDABLE,)


def test_advice_is_no_rule():
    from auditor.assess.load import rule_files

    assert not [path for path in rule_files(RULES) if path.parent.name == "advice"]


def test_a_file_that_is_no_yaml_is_named(tmp_path):
    (tmp_path / "advice").mkdir()
    (tmp_path / "advice" / "broken.yml").write_text("a: [", encoding="utf-8")
    with pytest.raises(PackError, match=r"advice/broken\.yml"):
        advice.load(tmp_path, KINDS)


def test_more_facts_never_bring_advice_that_waits_for_their_absence():
    when = replace(FINDABLE.when, declared=())
    before = advice.holds(when, frozenset(), frozenset({"cv_public"}))
    after = advice.holds(when, frozenset(), frozenset({"cv_public", "employer"}))
    assert (before, after) == (False, False)
