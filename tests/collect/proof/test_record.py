"""A proof written into a mandate that somebody wrote by hand."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.mandate import draft, load
from auditor.collect.proof.record import recorded
from auditor.errors import MandateError
from auditor.model.mandate import Proof

PROOF = Proof(method="token", on=date(2026, 6, 1))
ENTRY = "{method: token, on: 2026-06-01}"


def lines(before, after):
    """The lines that are new, and those that are gone."""
    old, new = before.splitlines(), after.splitlines()
    return [each for each in new if each not in old], [each for each in old if each not in new]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('accounts:\n  - {id: "a:x", url: "https://x.example/"}  # mine\n',
         f'accounts:\n  - {{id: "a:x", url: "https://x.example/", proofs: [{ENTRY}]}}  # mine\n'),
        ("accounts: [{id: a:x}]\n", f"accounts: [{{id: a:x, proofs: [{ENTRY}]}}]\n"),
        ("accounts:\n- id: a:x  # mine\n  url: https://x.example/\nsources: []\n",
         f"accounts:\n- id: a:x  # mine\n  proofs: [{ENTRY}]\n  url: https://x.example/\nsources: []\n"),
        ("accounts:\n  - id: a:x", f"accounts:\n  - id: a:x\n    proofs: [{ENTRY}]\n"),
        ("accounts:\r\n  - id: a:x\r\n", f"accounts:\r\n  - id: a:x\r\n    proofs: [{ENTRY}]\r\n"),
        ("accounts:\n  - {id: a:x, proofs: []}\n", f"accounts:\n  - {{id: a:x, proofs: [{ENTRY}]}}\n"),
        ("accounts:\n  - id: a:x\n    proofs:  # none yet\n    url: https://x.example/\n",
         f"accounts:\n  - id: a:x\n    proofs: [{ENTRY}]  # none yet\n    url: https://x.example/\n"),
        ("accounts:\n  - {id: a:x, proofs: [{method: dns, on: 2026-01-01}]}\n",
         f"accounts:\n  - {{id: a:x, proofs: [{ENTRY}, {{method: dns, on: 2026-01-01}}]}}\n"),
        ("accounts:\n  - id: a:x\n    proofs:\n      - method: dns\n        on: 2026-01-01\n",
         f"accounts:\n  - id: a:x\n    proofs:\n      - {ENTRY}\n      - method: dns\n        on: 2026-01-01\n"),
        ("accounts:\n  - id: a:x\n    proofs:\n      - method: token\n        on: 2026-01-01  # old\n",
         "accounts:\n  - id: a:x\n    proofs:\n      - method: token\n        on: 2026-06-01  # old\n"),
        ("accounts:\n  - {id: a:x, proofs: [{method: token, on: 2026-01-01}]}\n",
         f"accounts:\n  - {{id: a:x, proofs: [{ENTRY}]}}\n"),
        ("\ufeffaccounts: [{id: a:é😀}]\n", f"\ufeffaccounts: [{{id: a:é😀, proofs: [{ENTRY}]}}]\n"),
    ],
)  # fmt: skip
def test_a_proof_is_added_and_nothing_else_changes(before, after):
    assert recorded(before, 0, PROOF) == after


@pytest.mark.parametrize("language", ["fr", "en"])
def test_comments_and_order_of_a_drafted_mandate_stay(tmp_path, language):
    text = draft("Odile Piquerelle", language, date(2026, 1, 5))
    text = text.replace(
        "accounts: []",
        'accounts:\n  - {id: "photos:x", url: "https://x.example/x"}\n  - id: "site:o"\n'
        '    # mon site\n    url: "https://odile.example/"',
    )
    made = recorded(recorded(text, 1, PROOF), 0, PROOF)
    added, gone = lines(text, made)
    assert (len(added), len(gone)) == (2, 1)
    (tmp_path / "mandate.yml").write_text(made)
    assert [each.proofs for each in load(tmp_path, date(2026, 6, 1)).accounts] == [
        (PROOF,),
        (PROOF,),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "accounts: []\n",
        "accounts: [a]\n",
        "accounts:\n",
        "sources: []\n",
        "",
        "accounts: [{id: a:x\n",
        "accounts:\n  - {id: a:x, proofs: 3}\n",
        "accounts:\n  - {id: a:x, proofs: [token]}\n",
        "accounts:\n  - id: |\n      a:x\n  - x\n",
        "? accounts\n: - ? id\n    : a:x\n",
    ],
)
def test_what_cannot_be_written_safely_is_left_to_the_user_who_is_told_the_words(text):
    with pytest.raises(MandateError, match=r"proofs: \[{method: token, on: 2026-06-01}\]"):
        recorded(text, 0, PROOF)


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20), min_size=1, max_size=4),
    st.booleans(),
    st.integers(0, 3),
)  # fmt: skip
def test_whatever_the_accounts_are_called_only_the_proof_is_new(names, flow, at):
    accounts = [{"id": f"a:{name}", "url": name} for name in names]
    text = "# first\n" + yaml.safe_dump(
        {"accounts": accounts, "z": 1}, default_flow_style=flow, allow_unicode=True
    )
    place = at % len(accounts)
    try:
        made = recorded(text, place, PROOF)
    except MandateError:
        return  # a name that stands on several lines
    accounts[place]["proofs"] = [{"method": "token", True: PROOF.on}]
    assert yaml.safe_load(made) == {"accounts": accounts, "z": 1}
    assert made.startswith("# first\n")
