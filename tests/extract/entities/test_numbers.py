"""auditor/extract/entities/numbers.py, papers.py"""

import pytest

from auditor.extract.entities.find import structured
from auditor.extract.entities.numbers import checked, luhn

NIR = "1 84 12 76 451 089 46"
"""The specimen of public leaflets."""


@pytest.mark.parametrize(
    ("text", "kind", "value", "valid"),
    [
        ("card 4111 1111 1111 1111", "card", "4111111111111111", True),
        ("4111111111111111", "card", "4111111111111111", True),
        ("carte 4111 1111 1111 1112", "card", "4111111111111112", False),
        ("IBAN GB82 WEST 1234 5698 7654 32 merci", "iban", "GB82WEST12345698765432", True),
        ("FR1420041010050500013M02606", "iban", "FR1420041010050500013M02606", True),
        ("FR15 2004 1010 0505 0001 3M02 606", "iban", "FR1520041010050500013M02606", False),
        (f"NIR {NIR}", "national_id", "fr-nir:184127645108946", True),
        ("NIR 184127645108947", "national_id", "fr-nir:184127645108947", False),
        ("numéro de sécu : 1 84 12 76 451 089", "national_id", "fr-nir:1841276451089", None),
        ("sécurité sociale 1 2 2 1 9 3 8 1 2 3 4 2 9 5 1", "national_id", "fr-nir:122193812342951", False),
        ("SIN: 130 692 544", "national_id", "ca-sin:130692544", True),
        ("my SSN is 987-65-4320", "national_id", "us-ssn:987654320", False),
        ("NINO AB 12 34 56 C", "national_id", "uk-nino:AB123456C", None),
        ("from 192.0.2.10 today", "ip", "192.0.2.10", True),
        ("fe80::1 and", "ip", "fe80::1", True),
        ("ma voiture AB-123-CD", "plate", "AB123CD", None),
        ("plaque 1234 AB 44", "plate", "1234AB44", None),
        ("my car, reg AB12 CDE", "plate", "AB12CDE", None),
        ("IPP : 8012939402", "medical_id", "8012939402", None),
        ("Dossier N° 9281973", "medical_id", "9281973", None),
        ("NHS number 943 476 5919", "medical_id", "9434765919", None),
        ("RPPS 10001234567", "licence_id", "10001234567", None),
    ],
)  # fmt: skip
def test_it_finds_numbers_with_their_checks(words, text, kind, value, valid):
    found = structured(text, regions=("FR", "GB", "CA"), lexicon=words)
    assert [(each.type, each.value, each.valid) for each in found if each.type == kind] == [
        (kind, value, valid)
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("version 1.2.3.4", "ip"),
        ("999.1.1.1", "ip"),
        ("at 12:30:45", "ip"),
        ("1234567890123", "card"),
        ("il y a 12 AM 30", "plate"),
        ("2.50 3.1 4.5 5.2 6.2 7.7 8.8", "national_id"),
        ("7 8 9 10 11 12 13 14", "national_id"),
        ("moins de 1 patient sur 10 000", "medical_id"),
        ("FR is 20 years old", "iban"),
    ],
)
def test_other_figures_are_left(found, text, kind):
    assert found(text, kind) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("80 000 euros d'amende", "80000 EUR"),
        ("8,25 millions de dollars", "8.25m USD"),
        ("$1k", "1k USD"),
        ("£6.72", "6.72 GBP"),
        ("336.210,00 EUR", "336210.00 EUR"),
        ("je gagne 2 300 € net", "2300 EUR"),
        ("CHF 1'200", "1200 CHF"),
    ],
)
def test_it_finds_amounts(found, text, value):
    assert [each for _, each in found(text, "money")] == [value]


def test_a_wrong_key_is_told_with_less_certainty(words):
    right, wrong = (
        structured(text, regions=("FR",), lexicon=words)[0].score
        for text in ("184127645108946", "184127645108947")
    )
    assert right > wrong > 0


def test_checks():
    assert luhn("4111111111111111")
    assert not luhn("0000")
    assert checked("GB82WEST12345698765432")
