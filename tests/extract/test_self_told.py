"""extract/identity, ages, birth, birthday, accounts, plates, place: what owners tell of themselves."""

import pytest

from auditor.extract import accounts, ages, birth, birthday, identity, place, plates, said

FINDS = [
    (identity.own_name, "Bonjour, je m'appelle Maëlle Kervadec", ["Maëlle Kervadec"]),
    (identity.own_name, "jm'appelle yanis, nouveau ici", ["yanis"]),
    (identity.own_name, "Merci. Cordialement, Yanis Belhadrouf. PS: à lundi", ["Yanis Belhadrouf"]),
    (identity.own_name, "Evening all, Sophie Tarraghty here", ["Sophie Tarraghty"]),
    (identity.own_name, "its booked under Devraj Pillaisetty", ["Devraj Pillaisetty"]),
    (identity.own_name, "hiii im Oluchi n i make bags", ["Oluchi"]),
    (ages.age, "19 piges et deja mal au dos", ["19"]),
    (ages.age, "À 47 ans on me demande encore ma carte", ["47"]),
    (ages.age, "turning 30 next week", ["30"]),
    (ages.age, "Fifty-three years young", ["53"]),
    (birth.birth_date, "Je suis du 17/03/1988 moi aussi", ["1988-03-17"]),
    (birth.birth_date, "Née en 79, la génération du minitel", ["1979"]),
    (birth.birth_date, "im an 04 baby", ["2004"]),
    (birth.birth_date, "My DOB is September 9, 1966", ["1966-09-09"]),
    (birthday.own_birthday, "c'est mon anniv aujourd'hui !", ["06-23"]),
    (birthday.own_birthday, "thanks for all the bday love", ["06-23"]),
    (birthday.own_birthday, "team cancer du 6 juillet", ["07-06"]),
    (birthday.own_birthday, "My birthday is on the 14th of March", ["03-14"]),
    (birthday.own_birthday, "I was born on Christmas Day", ["12-25"]),
    (accounts.handle, "find me on twitch at captain_spud", ["captain_spud"]),
    (accounts.handle, "suivez moi sur tiktok @mado.pates", ["mado.pates"]),
    (accounts.channel, "ma chaîne : tubix.example/@farida.fait.du.pain", ["farida.fait.du.pain"]),
    (accounts.payment, "tenner each on paypal.me/rhodri-skittles", ["paypal.me/rhodri-skittles"]),
    (accounts.payment, "my Cash App is $BisiBakesBread", ["$bisibakesbread"]),
    (plates.own_plate, "ma plaque c ww 307 zb, remboursez moi", ["WW307ZB"]),
    (plates.own_plate, "my blue Corsa LM70 XYZ was keyed", ["LM70XYZ"]),
    (place.hometown, "Lausannois d'adoption, râleur de naissance", ["lausannois"]),
    (place.geotag, "📍 Porto", ["Porto"]),
]
IGNORES = [
    (identity.own_name, "« Je m'appelle Edmond Dantès » quel film"),
    (identity.own_name, "je m'appelle pas Kevin"),
    (identity.own_name, "They call me Big Turnip"),
    (identity.own_name, "I'm French and tired"),
    (ages.age, "J'aimerais avoir encore 20 ans"),
    (ages.age, "ma fille a 6 ans"),
    (ages.age, "I'm 5 minutes away"),
    (birth.birth_date, "Émile Durand, né le 2 juin 1911 à Paris, est un physicien"),
    (birth.birth_date, "Anyone born in 1960 will wait"),
    (birthday.own_birthday, "Happy birthday to the goalkeeper"),
    (birthday.own_birthday, "« c'est mon anniv » dans le film"),
    (accounts.handle, "Contact @FX_Queen_Linda on IG she helped me"),
    (accounts.handle, "RT @you: follow me @somebody_else"),
    (accounts.payment, "send $20 to $FlipKingdom99 on cashapp get $200 back"),
    (plates.own_plate, "À la Twingo ZY-045-WW garée n'importe où"),
    (place.hometown, "Beauceville est une ville"),
]


@pytest.mark.parametrize(("recognizer", "text", "found"), FINDS)
def test_it_finds(values, recognizer, text, found):
    assert values(recognizer, text) == found


@pytest.mark.parametrize(("recognizer", "text"), IGNORES)
def test_it_leaves(values, recognizer, text):
    assert values(recognizer, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [("je m'appelle Maëlle Kervadec", "full_name"), ("je m'appelle Maëlle", "first_name")],
)
def test_both_names_or_the_first(reading, text, found):
    assert [each.kind for each in identity.own_name(reading(text))] == [found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Vesoulien de naissance, chauvin à vie", "birth_place"),
        ("Rouennaise depuis 10 ans", "home_commune"),
    ],
)
def test_a_people_of_a_town_tells_home_or_birth(reading, text, kind):
    assert [each.kind for each in place.hometown(reading(text))] == [kind]


def test_an_own_birthday_tomorrow_is_tomorrows(reading):
    (found,) = birthday.own_birthday(reading("c'est mon anniversaire demain", on="2008-03-16"))
    assert (found.value, str(found.period.low)) == ("03-17", "2008-03-17")


def test_others_texts_are_not_read_for_what_owners_say(reading):
    for recognizer in (identity.own_name, birthday.own_birthday, accounts.handle, plates.own_plate):
        assert list(recognizer(reading("je m'appelle Maëlle, insta @mado.x", own=False))) == []


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("j'ai 28 ans", True),
        ("je n'ai pas 28 ans", False),
        ("si j'ai 28 ans", False),
        ("« j'ai 28 ans, dit-il »", False),
        ("RT @x: j'ai 28 ans", False),
        ("j'ai 28 ans, lien en bio", False),
    ],
)
def test_what_is_claimed(reading, text, claimed):
    at = text.index("28")
    assert said.claimed(reading(text), at, at + 2) is claimed
