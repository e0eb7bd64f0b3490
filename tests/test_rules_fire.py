"""Every rule fires on a sample or a small case, by the whole road; one change, and it is silent."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from auditor import kits, pipeline
from auditor.assess.kinds import kinds
from auditor.assess.load import load
from auditor.assess.match import match
from auditor.assess.scale import scale
from auditor.model.rule import Need
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility
from auditor.resources.folders import folder
from tests.audited import NOW, audited, shared

CASES = Path(__file__).parent / "data" / "rules"
SMALL = {
    "accounts": "E-10 F-04 F-10 F-11 F-22 I-04 K-03 L-01",
    "advertising": "A-01 A-02 A-03 A-04",
    "curriculum": "E-07 E-14",
    "home": "E-02 F-12 F-13 F-19 F-23 K-02 K-04 L-07 S-08",
    "numbers": "F-24",
    "pictures": "S-04",
    "work": "E-05 E-08 E-09 F-07",
}
SAMPLES = {
    "ines": "E-01 E-03 E-04 E-11 I-05 K-01 L-02 S-05 S-10",
    "maika": "E-06 E-15 F-01 F-02 F-03 F-17 L-03 L-08 L-10 S-01 S-02 S-03",
    "marc-l": "E-12 F-14 K-05 L-04 L-05 L-09 S-06 S-07 S-09",
    "partout": "F-18",
    "rachel": "F-05 F-06 F-08 F-09 F-15 F-16 F-20 F-21 I-01 I-02 I-03 K-06",
    "tastes": "L-06",
}
"""Case → the rules it stands for; it may fire others."""

MISSING = {
    "A-01": ("facebook/other_logged_information/ads_interests.json", '"Reliure",\n  "Chorale"'),
    "A-02": (
        "facebook/ads_information/advertisers_using_your_activity_or_information.json",
        '"has_data_file_custom_audience": true,\n   ',
    ),
    "A-03": ("facebook/about_you/your_address_books.json", '"address_book_v2"'),
    "A-04": (
        "footprint/site.html",
        '<script async src="https://connect.facebook.net/en_US/fbevents.js"></script>',
    ),
    "E-02": (
        "footprint/wall.html",
        "J’ai un cancer du sein et une perruque rousse, on s’amuse comme on peut",
    ),
    "E-05": (
        "footprint/wall.html",
        "psst ils vont annoncer le plan social jeudi, 80 postes chez nous, gardez le pour vous",
    ),
    "E-07": ("footprint/profile.html", "2013–2019"),
    "E-08": ("footprint/wall.html", "je cherche un nouveau taf en urgence"),
    "E-09": ("footprint/wall.html", "je suis en arrêt maladie depuis lundi"),
    "E-10": ("", "sweetcheeks"),
    "E-14": ("footprint/cv.html", "Formation"),
    "F-04": ("mandate.yml", "  sms_2fa: true\n"),
    "F-07": (
        "footprint/wall.html",
        "C’est moi qui valide tous les virements fournisseurs de la boîte",
    ),
    "F-10": ("mandate.yml", "  breached_email: [tamsyn@polkerris-mail.example]\n"),
    "F-11": ("footprint/cercle.html", "My personal e-mail: tamsyn@polkerris-mail.example"),
    "F-12": ("footprint/wall.html", "voici enfin ma carte d'identité, j'ai l'air d'un taulard"),
    "F-13": ("footprint/wall.html", "Encore un réveillon en tête-à-tête avec la télé"),
    "F-19": ("footprint/wall.html", "ma page de dons est en bio svp aidez moi à atteindre 500e"),
    "F-22": ("mandate.yml", '  recovery_hint: ["t*****@polkerris-mail.example"]\n'),
    "F-23": ("footprint/wall.html", "code de la porte du bas B1947, montez sans sonner"),
    "F-24": ("footprint/wall.html", "FR76 3000 6000 0112 3456 7890 189"),
    "I-04": ("", 'class="u-photo"'),
    "K-02": ("footprint/wall.html", "Rentrée en CE2 à l’école Jacques-Prévert pour mon aîné"),
    "K-03": ("footprint/gens.html", "Otis lost a tooth in the bus queue"),
    "K-04": ("footprint/wall.html", "chez mon pote Bilal"),
    "L-01": ("footprint/pixels.html", "sweetcheeks_"),
    "L-07": ("footprint/wall.html", "je joue au RC Vannes"),
    "S-04": ("album/terrasse.jpg", ""),
    "S-08": ("footprint/wall.html", "plaque AB-123-CD"),
}
"""Rule → what is taken out of a file of its case (of all where none is named), and nothing else."""


@cache
def rules():
    return {rule.code: rule for rule in load(folder("rules"))}


@cache
def vocabulary():
    return kinds(folder("rules"))


def table(cases: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, case) for case, codes in cases.items() for code in codes.split()]


def audit(case: Path, *viewers: Viewer):
    mandate, kit = kits.for_case(case, NOW.date())
    return pipeline.audit(mandate, kit, case=case, now=NOW, viewers=viewers or tuple(Viewer))


def codes(report) -> set[str]:
    return {each.code for view in report.views.values() for each in view.findings}


@pytest.fixture(scope="module")
def small():
    """The report of each small case, made when first asked for."""
    return cache(lambda name: audit(CASES / name))


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return lambda name: audited(name, shared(tmp_path_factory.getbasetemp()))


@pytest.fixture
def changed(tmp_path):
    """The codes that a changed copy of a small case still fires for the subject, who sees all of it."""

    def found(name, change) -> set[str]:
        case = tmp_path / name
        shutil.copytree(CASES / name, case)
        change(case)
        return codes(audit(case, Viewer.ME))

    return found


def test_every_rule_has_its_case():
    listed = [code for code, _ in (*table(SMALL), *table(SAMPLES))]
    assert sorted(listed) == sorted(set(listed)) == sorted(rules())
    assert set(MISSING) == {code for code, _ in table(SMALL)}


@pytest.mark.parametrize("name", SMALL)
def test_a_small_case_fires_its_rules(name, small):
    assert set(SMALL[name].split()) - codes(small(name)) == set()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_fires_its_rules(name, sample):
    assert set(SAMPLES[name].split()) - codes(sample(name)) == set()


@pytest.mark.parametrize("code", MISSING)
def test_one_thing_less_and_a_rule_is_silent(code, changed):
    name = next(case for one, case in table(SMALL) if one == code)

    def change(case: Path) -> None:
        file, text = MISSING[code]
        for path in [case / file] if file else case.glob("footprint/*"):
            cut(path, text) if text else path.unlink()
            assert file == "" or not path.exists() or text not in path.read_text("utf-8")

    assert code not in changed(name, change)


def cut(path: Path, text: str) -> None:
    """Take a text out of a file; in a page something else stands there."""
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace(text, "x" if path.suffix == ".html" else ""), encoding="utf-8")


def floors(need: Need) -> Iterator[Visibility]:
    """The levels that a condition asks for."""
    if need.visible_to is not None:
        yield need.visible_to
    for each in (*need.all, *need.any):
        yield from floors(each)


def below(level: Visibility) -> Visibility:
    return list(Visibility)[(level.level or 0) - 1]


def lowest(code: str) -> Visibility | None:
    """The lowest level that a rule asks for; None where it asks for none."""
    return min(floors(rules()[code].needs), key=lambda each: each.level or 0, default=None)


LOWEST = sorted({(case, level) for code, case in table(SMALL) if (level := lowest(code))})


@pytest.mark.parametrize(("name", "level"), LOWEST)
def test_one_level_lower_and_a_rule_is_silent(name, level, changed):
    wanted = {code for code in SMALL[name].split() if lowest(code) == level}

    def change(case: Path) -> None:
        path = case / "mandate.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"seen_by: \w+", f"seen_by: {below(level)}", text), "utf-8")

    assert wanted & changed(name, change) == set()


@pytest.fixture(scope="module")
def evidence(sample):
    """The facts of a sample that carry a rule's finding, for the first viewer who has it."""

    def found(code, name):
        report = sample(name)
        return next(
            [facts[key] for key in each.facts]
            for view in report.views.values()
            for facts in [{each.id: each for each in (*report.facts, *view.made)}]
            for each in view.findings
            if each.code == code
        )

    return found


def fires(code: str, facts) -> bool:
    """Over facts that the sample showed; nothing is declared."""
    report = match(
        rules()[code],
        facts,
        identity="i",
        declared=frozenset(),
        kinds=vocabulary(),
        floor=scale(folder("rules")).floor.value,
    )
    return report is not None


@pytest.mark.parametrize(("code", "name"), table(SAMPLES))
def test_what_a_sample_showed_one_level_lower_is_silent(code, name, evidence):
    facts = evidence(code, name)
    lower = below(lowest(code))
    assert fires(code, facts)
    assert not fires(code, [replace(each, visibility=lower) for each in facts])


@pytest.mark.parametrize(("code", "name"), table(SAMPLES))
def test_what_a_sample_showed_without_one_need_is_silent(code, name, evidence):
    facts = evidence(code, name)
    needs = rules()[code].needs
    for part in needs.all or (needs,):
        if not part.none:
            left = [each for each in facts if each.kind not in asked(part)]
            assert not fires(code, left), part


def asked(need: Need) -> set[str]:
    """The kinds that a condition asks for."""
    inner = (*need.all, *need.any, *need.none)
    return {need.kind or ""}.union(*map(asked, inner)) - {""}
