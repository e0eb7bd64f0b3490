"""The page: complete, inert, in the reader's language."""

import base64
import hashlib
import re
import sys
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from unicodedata import bidirectional

import pytest

from auditor.model.fact import Fact
from auditor.model.mandate import Account
from auditor.model.text import say
from auditor.model.viewer import Viewer
from auditor.report.html import _isolated, render
from auditor.report.redact import Redaction
from tests.report.conftest import fact

HOSTILE = (
    "</style><script>alert(1)</script>\"'><img src=x onerror=alert(1)> \u202egnp.exe\u200b\udc80"
    " {{7*7}} {% raw %} %(x)s <!-- "
)
VOID = {"meta", "link", "br", "img", "rect", "path", "circle", "input"}
TURNING = {"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"}


class Page(HTMLParser):
    """What the tests ask about a page."""

    def __init__(self, text):
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


def text_of(report, language="en", mode=Redaction.OTHERS):
    return render(report, language=language, redact=mode).decode()


def hostile(report):
    """The report with hostile words wherever somebody else's words may stand."""

    def bad(fact: Fact) -> Fact:
        return replace(fact, value=HOSTILE, quote=HOSTILE)

    network = replace(
        report.networks["photos"], name={"en": HOSTILE}, settings={"phone_mobile": {"en": HOSTILE}}
    )
    views = {
        key: replace(
            view,
            made=tuple(map(bad, view.made)),
            absences=tuple(replace(each, searched_for=HOSTILE) for each in view.absences),
            namesakes=tuple(replace(each, why=say("%(x)s", x=HOSTILE)) for each in view.namesakes),
            portrait=replace(
                view.portrait,
                steps=tuple(replace(each, quotes=(HOSTILE,)) for each in view.portrait.steps),
            ),
        )
        for key, view in report.views.items()
    }
    subject = replace(report.mandate.subject, name=HOSTILE)
    return replace(
        report,
        mandate=replace(report.mandate, subject=subject),
        sources=tuple(replace(each, place="https://x.example/" + HOSTILE) for each in report.sources),
        failures=tuple(
            replace(each, reason=say("%(x)s", x=HOSTILE), mend=say("%(x)s", x=HOSTILE))
            for each in report.failures
        ),
        records=tuple(replace(each, label=HOSTILE) for each in report.records),
        facts=tuple(map(bad, report.facts)),
        networks={"photos": network},
        rules={
            key: replace(rule, title={"en": HOSTILE}, description={"en": HOSTILE},
                         advice={"en": (HOSTILE,)})
            for key, rule in report.rules.items()
        },
        kinds={key: replace(kind, name={"en": HOSTILE}) for key, kind in report.kinds.items()},
        views=views,
    )  # fmt: skip


@pytest.mark.parametrize("mode", list(Redaction))
def test_hostile_words_stay_words(report, mode):
    text = text_of(hostile(report), mode=mode)
    page = Page(text)
    assert len(page.all("script")) == 2
    assert page.all("img") == []
    assert not set(text) & set("\u202e\u200b")
    assert "49" not in re.findall(r"gnp\.exe.{0,60}?(49)", text)
    if mode is Redaction.NONE:
        assert "⟦RLO⟧gnp.exe⟦ZWSP⟧⟦U+DC80⟧" in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_is_well_formed_and_says_its_language(report, language):
    page = Page(text_of(report, language))
    assert page.open == []
    assert page.all("html")[0]["lang"] == language
    assert (len(page.all("main")), len(page.all("h1"))) == (1, 1)


def test_headings_never_skip_a_level(report):
    levels = [int(tag[1]) for tag, _ in Page(text_of(report)).tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_policy_allows_its_own_style_and_script_by_hash(report):
    text = text_of(report)
    (policy,) = [each["content"] for each in Page(text).all("meta") if "http-equiv" in each]
    assert policy.startswith("default-src 'none'; ")
    for tag, count in (("style", 1), ("script", 2)):
        digests = [
            base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
            for inside in re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        ]
        allowed = " ".join(f"'sha256-{each}'" for each in digests)
        assert (len(digests), f"{tag}-src {allowed};" in policy) == (count, True)


def test_nothing_inline_and_nothing_from_outside(report):
    for tag, attrs in Page(text_of(report)).tags:
        assert "style" not in attrs, tag
        assert not [name for name in attrs if name.startswith("on")], tag
        assert not {"src", "srcset", "action"} & set(attrs), tag
        if "href" in attrs:
            assert re.match(r"#|https?://|mailto:", attrs["href"]), attrs
            assert attrs["href"].startswith("#") or attrs["rel"] == "noopener noreferrer"


def test_every_anchor_leads_somewhere(report):
    page = Page(text_of(report))
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    wanted = {each["href"][1:] for each in page.all("a") if each["href"].startswith("#")}
    assert wanted <= set(ids)


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ("What others can put together about you", "someone can tie one page to you: one risk",
                "the same first name and the same initial", "against: another job",
                "0 – nothing found", "Ask whoever published it to hide:", "the archive is empty",
                "between 1 and 4 people in Nantes", "Advertisers and data brokers",
                "Searched, not found", "Who can see this on")),
        ("fr", ("Ce que d’autres peuvent reconstituer de vous", "le même prénom et la même initiale",
                "contre\u00a0: un autre métier", "0 – rien de trouvé", "Par quoi commencer",
                "Demandez un code à votre opérateur.", "Ce que ce rapport ne peut pas dire")),
    ],
)  # fmt: skip
def test_it_says_what_a_reader_needs(report, language, sentences):
    text = re.sub(r"</?bdi>", "", text_of(report, language))
    for each in sentences:
        assert each in text


def test_no_english_is_left_in_a_french_page(report):
    text = text_of(report, "fr")
    for word in ("Sources of", "What ", "Who ", "seen by", "Where:", "Learnt"):
        assert word not in text


def test_a_finding_is_told_once_and_named_after(report):
    text = text_of(report)
    assert text.count('id="member-F-03"') == 1
    assert 'id="contact-F-03"' not in text
    assert 'href="#member-F-03"' in text


def test_names_of_others_are_masked(report):
    text = text_of(report, mode=Redaction.OTHERS)
    assert "Marchand" not in text
    assert "Hélène" not in text
    assert "Hélène" in text_of(report, mode=Redaction.NONE)


def test_one_view_alone_makes_a_page(report):
    one = replace(report, views={Viewer.MEMBER: report.views[Viewer.MEMBER]})
    assert Page(text_of(one)).open == []


def test_a_report_about_nothing_is_still_a_page(report):
    none = replace(report, views={}, facts=(), records=(), sources=(), failures=())
    assert "Nothing could be read about you" in text_of(none)


def test_accounts_that_are_declared_and_not_proved_are_named(report):
    accounts = (Account(id="words:<i>loic"),)
    real = replace(report, mandate=replace(report.mandate, accounts=accounts, fictional=False))
    page = render(real, language="en", redact=Redaction.OTHERS).decode()
    assert "Declared, not proved, and so not fetched:" in page
    assert "words:<i>" not in page


@pytest.mark.parametrize("said", ["שלום עולם", "محمد", "abc ١٢٣", "𐤀𐤁"])
def test_words_that_run_from_the_right_are_isolated(report, said):
    subject = replace(report.mandate.subject, name=said)
    page = text_of(replace(report, mandate=replace(report.mandate, subject=subject)))
    assert f"<b><bdi>{said}</bdi></b>" in page


def test_every_sign_that_turns_a_line_is_known():
    signs = map(chr, range(sys.maxunicode + 1))
    missed = [each for each in signs if bidirectional(each) in TURNING and _isolated(each) == each]
    assert missed == []


def test_each_join_of_the_map_leads_to_its_step(report):
    page = Page(text_of(report))
    steps = {each["id"] for each in page.all("li") if "id" in each}
    joins = [each["href"][1:] for each in page.all("a") if "transform" in each]
    assert joins
    assert set(joins) <= steps


def test_a_filter_without_script_leads_to_its_list(report):
    text = text_of(report)
    for key in ("severity-4", "audience-fraudster", "dial-fraud"):
        assert f'href="#risks-{key}"' in text
        assert f'<dt id="risks-{key}">' in text


def many(report, count):
    facts = tuple(fact(f"n{at}", "p1#owner", "home_commune", f"Lieu {at}") for at in range(count))
    return replace(report, facts=(*report.facts, *facts))


def test_a_long_inventory_is_cut_and_says_where_the_rest_is(report):
    long = many(report, 1000)
    page = render(long, language="en", redact=Redaction.OTHERS, table="<facts>.csv").decode()
    assert re.search(
        r"8\d\d more: they stand in the table beside this report, &lt;facts&gt;.csv", page
    )
    assert re.search(r"8\d\d more: they stand in the whole result", text_of(long))
    assert page.count("Lieu ") < 250


def test_a_page_of_very_many_facts_stays_small(report):
    assert len(text_of(many(report, 20_000)).encode()) < 3_000_000
