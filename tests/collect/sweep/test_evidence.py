"""What an answer proves: tables of the answers on which peers were wrong."""

import pytest

from auditor.collect.net.answer import Answer
from auditor.collect.sweep import maigret, sherlock, whatsmyname
from auditor.collect.sweep.evidence import Page, read
from auditor.collect.sweep.settings import settings
from auditor.collect.sweep.site import Side, Site
from auditor.model.sighting import Verdict
from tests.collect.sweep.web import NOBODY, SOMEBODY

FOUND, MISSING, UNKNOWN = Verdict.FOUND, Verdict.MISSING, Verdict.UNKNOWN
ADDRESS = "https://site.example/loic_tr"
CHALLENGE = "<title>Just a moment...</title><span id='challenge-error-text'>"


def page(status, body="", **headers):
    data = body.encode() if isinstance(body, str) else body
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    answer = Answer(status=status, headers=named, body=data, cut=False)
    return Page(answer, "loic_tr", ADDRESS)


def wmn(**entry):
    whole = {
        "name": "s",
        "uri_check": "https://site.example/{account}",
        "e_code": 200,
        "e_string": SOMEBODY,
        "m_code": 404,
        "m_string": NOBODY,
        **entry,
    }
    (site,), _, _ = whatsmyname.read({"sites": [whole]})
    return site


def shl(**entry):
    whole = {"url": "https://site.example/{}", "urlMain": "x", "errorType": "status_code", **entry}
    (site,), _, _ = sherlock.read({"s": whole})
    return site


def mgr(**entry):
    whole = {"url": "https://site.example/{username}", "checkType": "message", **entry}
    (site,), _, _ = maigret.read({"sites": {"s": whole}})
    return site


MESSAGE = {"errorType": "message", "errorMsg": NOBODY}
BY_URL = {"errorType": "response_url", "errorUrl": "https://site.example/"}


@pytest.mark.parametrize(
    ("site", "shown", "verdict"),
    [
        # WhatsMyName: both sides are a number and a text
        (wmn(), page(200, SOMEBODY), FOUND),
        (wmn(), page(404, NOBODY), MISSING),
        (wmn(), page(404, "gone"), UNKNOWN),  # half a match
        (wmn(), page(200, "hello"), UNKNOWN),
        (wmn(), page(200, NOBODY), UNKNOWN),
        (wmn(), page(403, "Request blocked."), UNKNOWN),
        (wmn(), page(429), UNKNOWN),
        (wmn(), page(503, "<h1>503</h1>"), UNKNOWN),
        (wmn(), page(999), UNKNOWN),
        (wmn(), page(200, CHALLENGE), UNKNOWN),
        (wmn(), page(200, SOMEBODY + CHALLENGE), FOUND),  # words of the list come first
        (wmn(m_code=200), page(200, SOMEBODY), FOUND),  # soft 404
        (wmn(m_code=200), page(200, NOBODY), MISSING),
        (wmn(m_code=200), page(200, SOMEBODY + NOBODY), UNKNOWN),  # both: the list is wrong
        (wmn(m_code=500, m_string="no user"), page(500, "no user"), MISSING),
        (wmn(e_code=400, e_string="taken"), page(400, "name is taken"), FOUND),  # inverted
        (wmn(m_string=""), page(404), MISSING),
        (wmn(m_string=""), page(200, SOMEBODY), FOUND),  # Blackbird never finds these
        (wmn(m_string="", m_code=200), page(200, SOMEBODY), FOUND),
        (wmn(m_string="", m_code=200), page(200, "hello"), UNKNOWN),  # absence is not defined
        (wmn(m_string="", m_code=302), page(302, Location="/"), MISSING),
        (wmn(m_string="", m_code=302), page(302, Location="/login?next=x"), UNKNOWN),
        (wmn(m_string="", m_code=404), page(302, Location="https://[::1"), UNKNOWN),
        (wmn(m_string="", m_code=302), page(302, Location="//consent.site.example/m"), UNKNOWN),
        (
            wmn(m_string="", m_code=302),
            page(302, Location="/fr/Loic_TR"),
            UNKNOWN,
        ),  # moved, not gone
        (wmn(e_string=""), page(200, CHALLENGE), UNKNOWN),
        (wmn(e_string="Bienvenue chez l’été"), page(200, "Bienvenue chez l’été"), FOUND),
        (wmn(e_string="Prénom"), page(200, "Prénom".encode("latin-1")), FOUND),
        # Sherlock: absence only
        (shl(), page(200, "anything"), FOUND),
        (shl(), page(404), MISSING),
        (shl(), page(410), MISSING),
        (shl(errorCode=[403]), page(403), MISSING),
        *((shl(), page(each), UNKNOWN) for each in (301, 400, 401, 403, 429, 500, 503, 999)),
        (shl(), page(200, CHALLENGE), UNKNOWN),
        (shl(**MESSAGE), page(200, NOBODY), MISSING),
        (shl(**MESSAGE), page(404, NOBODY), MISSING),
        (shl(**MESSAGE), page(200, "anything"), FOUND),
        (shl(**MESSAGE), page(200, CHALLENGE), UNKNOWN),
        *((shl(**MESSAGE), page(each), UNKNOWN) for each in (403, 404, 429, 503, 999)),
        (shl(errorType="message", errorMsg=["", NOBODY]), page(200, "anything"), FOUND),
        (shl(**BY_URL), page(302, Location="/"), MISSING),
        (shl(**BY_URL), page(302, Location="https://www.site.example/"), MISSING),
        (shl(**BY_URL), page(302, Location="/login"), UNKNOWN),
        (shl(**BY_URL), page(200, "anything"), FOUND),
        # Maigret
        (mgr(presenseStrs=[SOMEBODY], absenceStrs=[NOBODY]), page(200, SOMEBODY), FOUND),
        (mgr(presenseStrs=[SOMEBODY], absenceStrs=[NOBODY]), page(200, NOBODY), MISSING),
        (mgr(presenseStrs=[SOMEBODY]), page(200, "hello"), UNKNOWN),
        (mgr(presenseStrs=[SOMEBODY]), page(404), MISSING),
        (mgr(absenceStrs=[NOBODY]), page(200, "hello"), FOUND),
        (mgr(errors={"Try again": "busy"}), page(200, "Try again"), UNKNOWN),
        (mgr(checkType="status_code"), page(404), MISSING),
        (mgr(checkType="response_url"), page(302, Location="/"), MISSING),
        (mgr(checkType="response_url"), page(302, Location="/signin"), UNKNOWN),
    ],
)
def test_what_an_answer_proves(site, shown, verdict):
    assert site.barred is None
    proof = read(site, shown, settings().signs)
    assert proof.verdict is verdict
    assert (proof.reason is None) is (verdict is not UNKNOWN)


def test_nothing_given_proves_nothing():
    site = Site(name="s", url=ADDRESS, present=(Side(),), absent=(Side(texts=("",)),))
    assert read(site, page(200, "x"), settings().signs).verdict is UNKNOWN


@pytest.mark.parametrize(
    ("body", "verdict"),
    [("[]", MISSING), (" []\n", MISSING), ('[{"tags": []}]', FOUND), ("", UNKNOWN)],
)
def test_a_whole_body(body, verdict):
    site = Site(
        name="s",
        url=ADDRESS,
        present=(Side(statuses=frozenset({200}), texts=("tags",)),),
        absent=(Side(statuses=frozenset({200}), texts=("[]",), whole=True),),
    )
    assert read(site, page(200, body), settings().signs).verdict is verdict


@pytest.mark.parametrize(
    ("body", "verdict"), [("<h1>Loic_TR</h1>", FOUND), ("<h1>x</h1>", UNKNOWN)]
)
def test_a_handle_in_the_text_in_any_capitals(body, verdict):
    site = Site(name="s", url=ADDRESS, present=(Side(texts=("<h1>{account}",)),))
    assert read(site, page(200, body), settings().signs).verdict is verdict
