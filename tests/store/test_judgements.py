"""store/judgements.py: what people decided, read as they write it."""

from datetime import date

import pytest

from auditor.errors import MandateError
from auditor.model.link import HumanJudgement, Judgement
from auditor.store.judgements import Decision, decided, text, written


def judgements(case):
    return decided(written(case))


def saved(tmp_path, text):
    (tmp_path / "judgements.yml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_case_without_judgements_has_none(tmp_path):
    assert judgements(tmp_path) == ()
    assert judgements(saved(tmp_path, "# nothing yet\n")) == ()


def test_judgements_are_read_as_people_write_them(tmp_path):
    text = (
        "- {left: p1a#owner, right: d4#owner, judgement: different, on: 2026-01-06, note: a namesake}\n"
        "- {left: p1a#owner, right: d4#owner, judgement: different}\n"
        "- {left: a#owner, right: b#owner, judgement: same, on: 2026-01-06, note: }\n"
    )
    assert judgements(saved(tmp_path, text)) == (
        HumanJudgement(left="d4#owner", right="p1a#owner", judgement=Judgement.DIFFERENT),
        HumanJudgement(left="a#owner", right="b#owner", judgement=Judgement.SAME),
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("- {left: a, right: b, judgement: perhaps}\n", "judgements.yml:1: 0.judgement"),
        ("- {left: a, judgement: same}\n", "judgements.yml:1: 0.right: missing"),
        ("- {left: a, right: b, judgement: same, by: me}\n", "judgements.yml:1: 0: unknown key"),
        ("judgements: []\n", "judgements.yml:1"),
        (
            "- {left: a, right: b, judgement: same}\n- {left: b, right: a, judgement: different}\n",
            "row 2: the pair was decided before, differently",
        ),
        ("- {left: a, right: a, judgement: same}\n", "row 1: a record is compared with itself"),
        ("- {", "not valid YAML"),
    ],
)
def test_faults_are_named(tmp_path, text, what):
    with pytest.raises(MandateError) as caught:
        judgements(saved(tmp_path, text))
    assert what in str(caught.value)


def test_what_is_written_out_reads_back(tmp_path):
    rows = (
        Decision(left="a#owner", right="b#owner", judgement=Judgement.SAME),
        Decision(
            left="d4#loïc",
            right="p1a#owner",
            judgement=Judgement.DIFFERENT,
            on=date(2026, 1, 6),
            note="un homonyme : né à Brest",
        ),
    )
    assert written(saved(tmp_path, text(rows))) == rows
    assert text(()) == ""
