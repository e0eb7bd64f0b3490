"""auditor/extract/entities/contact.py, phones.py"""

import pytest


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("écris à Nora.Kerven@mail.example.", ["nora.kerven@mail.example"]),
        ("nora (at) mail.example", ["nora@mail.example"]),
        ("nora[at]mail[dot]example", ["nora@mail.example"]),
        ("write to nora at mail dot example please", ["nora@mail.example"]),
        ("nora point kerven arobase mail point example", ["nora.kerven@mail.example"]),
        ("meet me at home dot", []),
        ("@nora @ 5 pm", []),
        ("a@b", []),
    ],
)
def test_it_finds_mail_however_written(found, text, values):
    assert [value for _, value in found(text, "email")] == values


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("see https://nora.example/a?b=1, then", ["https://nora.example/a?b=1"]),
        ("mon site : www.Nora-Kerven.example.", ["www.Nora-Kerven.example"]),
        ("(linktr.example/nora)", ["linktr.example/nora"]),
        ("see https://x.example/a_(b) now", ["https://x.example/a_(b)"]),
        ("kerven.fr et kerven.co.uk", ["kerven.fr", "kerven.co.uk"]),
        ("C'est fini.Il pleut. v1.2.3", []),
        ("nora@mail.example", []),
    ],
)
def test_it_finds_addresses_of_the_web(found, text, spans):
    assert [span for span, _ in found(text, "url")] == spans


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("merci @Nora_K !", ["@nora_k"]),
        ("(@nora.kerven)", ["@nora.kerven"]),
        ("@nora@social.example says", ["@nora@social.example"]),
        ("mail@host.example", []),
        ("@@@@", []),
    ],
)
def test_it_finds_handles(found, text, values):
    assert [value for _, value in found(text, "handle")] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("appelle-moi au 06 39 98 12 34", "+33639981234"),
        ("01.99.00.12.34", "+33199001234"),
        ("tel:0199001234", "+33199001234"),
        ("+33 (0)6 39 98 12 34", "+33639981234"),
        ("0033 6 39 98 12 34", "+33639981234"),
        ("tél. O6 39 98 12 34", "+33639981234"),
        ("(33) 1 99 00 12 34", "+33199001234"),
        ("call 020 7946 0123", "+442079460123"),
        ("07700 900123", "+447700900123"),
        ("(514) 555-0123", "+15145550123"),
        ("514.555.0123 poste 12", "+15145550123;ext=12"),
        ("+1-604-555-0172x565", "+16045550172;ext=565"),
    ],
)
def test_it_finds_telephone_numbers(found, text, value):
    assert [each for _, each in found(text, "phone")] == [value]


def test_an_unknown_plan_needs_a_cue_and_says_so(words):
    from auditor.extract.entities.find import structured

    (told,) = structured("phone: 374 780 163", regions=("FR",), lexicon=words)
    assert (told.type, told.valid, told.why) == ("phone", False, "cue")


@pytest.mark.parametrize(
    "text",
    [
        "le 12/05/2024 14:30",
        "1968-1970",
        "(1913-1993)",
        "98.889.180 vues",
        "1 2 3 4 5 6 7 8 9",
        "ISBN 2 914571 14 3",
        "order 2025550123 shipped",
        "12 500 000 habitants",
        "192.0.2.10",
    ],
)
def test_other_figures_are_no_telephone_number(found, text):
    assert found(text, "phone") == []
