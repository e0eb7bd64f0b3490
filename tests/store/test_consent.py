"""store/consent.py: who agreed to what, when; nobody is named."""

import hashlib
import json
import stat

import pytest

from auditor.collect.mandate import load, stated
from auditor.errors import MandateError
from auditor.model.consent import State
from auditor.store.consent import FILE, ended, given, notice, read, refuse_withdrawn
from tests.store.conftest import MANDATE, NOW, at

MANDATORY = (
    "schema_version record_id pii_principal_id privacy_notice language purpose pii_information "
    "pii_controllers storage_locations jurisdiction recipient_third_parties withdrawal_method events"
).split()
"""The fields that ISO/IEC TS 27560 asks for, as the knowledge of the project lists them."""


def test_a_record_has_the_shape_of_the_standard_and_no_name(case):
    given(case, load(case, NOW.date()), NOW, shown="fr")
    text = (case / FILE).read_text(encoding="utf-8")
    record = json.loads(text)
    assert set(MANDATORY) <= set(record)
    assert set(record["events"][0]) == {
        "time",
        "validity_duration",
        "entity_id",
        "type",
        "state",
    }
    assert "Nora" not in text
    assert "photos" not in text
    assert stat.S_IMODE((case / FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_digest_is_of_the_words_shown(case, language):
    made = given(case, stated(case), NOW, shown=language)
    shown = hashlib.sha256(notice(language).encode()).hexdigest()
    assert made.privacy_notice.sha256 == shown
    assert made.privacy_notice.language == language
    assert notice("fr") != notice("en") == notice("de")


def test_the_same_consent_is_recorded_once(case):
    first = given(case, stated(case), NOW, shown="fr")
    assert given(case, stated(case), at(3), shown=None) == first == read(case)


def test_a_withdrawal_ends_the_mandate_and_a_later_one_begins_anew(case):
    mandate = stated(case)
    refuse_withdrawn(case, mandate)
    first = given(case, mandate, NOW, shown="fr")
    ended(case, mandate, State.WITHDRAWN, at(1))
    known = ended(case, mandate, State.WITHDRAWN, at(2))
    assert [each.state for each in known.events] == [State.GIVEN, State.WITHDRAWN]
    with pytest.raises(MandateError, match="withdrawn on 2026-11-25"):
        refuse_withdrawn(case, mandate)
    text = MANDATE.replace("signed_on: 2026-01-05", "signed_on: 2026-11-26")
    (case / "mandate.yml").write_text(text, encoding="utf-8")
    refuse_withdrawn(case, stated(case))
    again = given(case, stated(case), at(2), shown=None)
    assert [each.state for each in again.events] == [State.GIVEN, State.WITHDRAWN, State.GIVEN]
    assert again.pii_principal_id == first.pii_principal_id
    refuse_withdrawn(case, stated(case))
    with pytest.raises(MandateError, match="withdrawn"):
        refuse_withdrawn(case, mandate)


def test_what_expired_may_still_be_withdrawn(case):
    ended(case, stated(case), State.EXPIRED, NOW)
    ended(case, stated(case), State.WITHDRAWN, at(1))
    states = [each.state for each in read(case).events]
    assert states == [State.GIVEN, State.EXPIRED, State.WITHDRAWN]
    with pytest.raises(MandateError, match="withdrawn"):
        refuse_withdrawn(case, stated(case))


def test_a_withdrawal_goes_by_the_record_where_the_mandate_is_gone(case):
    with pytest.raises(MandateError, match="neither a mandate nor a consent record"):
        ended(case, None, State.WITHDRAWN, NOW)
    given(case, stated(case), NOW, shown="fr")
    assert ended(case, None, State.WITHDRAWN, at(1)).withdrawn_on == at(1).date()


def test_a_withdrawal_needs_no_record_before_it(case):
    ended(case, stated(case), State.WITHDRAWN, NOW)
    known = read(case)
    assert [each.state for each in known.events] == [State.GIVEN, State.WITHDRAWN]
    assert known.privacy_notice is None
    assert known.events[0].time.date() == stated(case).signed_on


def test_a_mandate_that_ran_out_is_recorded_as_such(case):
    known = ended(case, stated(case), State.EXPIRED, at(60))
    assert known.events[-1].state is State.EXPIRED
    assert known.withdrawn_on is None


@pytest.mark.parametrize("text", ["", "[]", "{", '{"schema_version": 1}', "\xff", "no events"])
def test_a_record_that_is_none_of_ours_is_refused(case, text):
    if text == "no events":
        given(case, stated(case), NOW, shown="fr")
        record = json.loads((case / FILE).read_text("utf-8"))
        text = json.dumps({**record, "events": []})
    (case / FILE).write_text(text, encoding="latin-1")
    with pytest.raises(MandateError, match=r"consent\.json cannot be read") as caught:
        read(case)
    assert "\n" not in str(caught.value)
