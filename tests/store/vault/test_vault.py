"""store/vault/vault.py: the same audit, kept; each stage made again only where something changed."""

import json
from dataclasses import replace

import pytest

from auditor import kits, pipeline
from auditor.model.profile import Batch, Post, Profile
from auditor.model.report import View
from auditor.model.viewer import Viewer
from auditor.model.visibility import UNKNOWN_SIGHT
from auditor.store.keep import Memory
from auditor.store.rows import gathered
from auditor.store.vault import door, inspect
from auditor.store.vault import vault as vaults
from auditor.store.vault.purge import knows, purge
from tests.store.conftest import MANDATE, NOW, PASSPHRASE, at


def audited(case, *, now=NOW, **how):
    """One audit with the vault; the report, and what was reused."""
    mandate, kit = kits.for_case(case, now.date())
    with door.opened(case, PASSPHRASE, now=now) as vault:
        door.take_in_judgements(vault)
        report = pipeline.audit(mandate, kit, case=case, now=now, keep=vault, **how)
        sources = [{"id": each.id} for each in report.sources]
        vault.finished(now, report.counts, lambda: json.dumps({"sources": sources}).encode())
        return report, vault.reused, len(list(vault.results()))


def test_the_audit_is_the_same_with_a_vault_and_without(vaulted):
    mandate, kit = kits.for_case(vaulted, NOW.date())
    bare = pipeline.audit(mandate, kit, case=vaulted, now=NOW, keep=Memory(case=vaulted))
    first, made, _ = audited(vaulted)
    again, reused, results = audited(vaulted)
    assert bare == first == again
    assert (made.sources, made.extraction, made.views) == (0, False, 0)
    assert (reused.sources, reused.extraction, reused.views) == (2, True, 7)
    assert results == 1


def test_what_changed_is_made_again_and_no_more(vaulted):
    audited(vaulted)
    page = vaulted / "footprint" / "club.html"
    page.write_text(page.read_text("utf-8").replace("Yann", "Corentin"), encoding="utf-8")
    report, reused, results = audited(vaulted)
    assert (reused.sources, reused.extraction, reused.views) == (1, False, 0)
    assert results == 2
    labels = {each.label for each in report.records}
    assert "Corentin Le Goff" in labels
    assert "Yann Le Goff" not in labels
    _, reused, results = audited(vaulted)
    assert (reused.sources, reused.extraction, reused.views) == (2, True, 7)
    assert results == 2


def test_a_judgement_makes_the_views_again_from_the_same_facts(vaulted):
    audited(vaulted)
    (vaulted / "judgements.yml").write_text(
        '- {left: "photos#owner", right: "club#nora-quellec", judgement: different}\n',
        encoding="utf-8",
    )
    report, reused, _ = audited(vaulted)
    assert (reused.sources, reused.extraction, reused.views) == (2, True, 0)
    mine = [each for each in report.views[Viewer.ME].identities if each.is_subject]
    assert all("club#nora-quellec" not in each.records for each in mine)


def test_one_viewer_is_taken_from_the_views_of_all(vaulted):
    audited(vaulted)
    report, reused, results = audited(vaulted, viewers=(Viewer.SEARCH,))
    assert reused.views == 1
    assert list(report.views) == [Viewer.SEARCH]
    assert results == 1


def test_another_day_reads_the_facts_again_from_the_rows(vaulted):
    audited(vaulted)
    dated = MANDATE.replace("seen_by: indexed", "seen_by: indexed, saved_on: 2026-01-04")
    (vaulted / "mandate.yml").write_text(dated, encoding="utf-8")
    audited(vaulted)
    report, reused, _ = audited(vaulted, now=at(1))
    # What has no day of its own is taken for what is shown today, with a vault as without.
    assert (reused.sources, reused.extraction, reused.views) == (1, False, 0)
    mandate, kit = kits.for_case(vaulted, at(1).date())
    assert report == pipeline.audit(mandate, kit, case=vaulted, now=at(1))


def test_a_source_that_the_mandate_names_no_more_is_forgotten(vaulted):
    audited(vaulted)
    lines = [line for line in MANDATE.splitlines() if "club.html" not in line]
    (vaulted / "mandate.yml").write_text("\n".join(lines), encoding="utf-8")
    _, reused, results = audited(vaulted)
    assert reused.dropped == 1
    assert results == 2
    with door.opened(vaulted, PASSPHRASE, now=NOW) as vault:
        assert vault.count("imports") == 1
        assert b"Le Goff" not in vault.database.serialize("main")
        assert knows(vault, "club")
        purge(vault, "club")
        assert not knows(vault, "club")
        assert vault.count("results") == 0


PROFILE = Profile(
    source="long",
    account="social:nora",
    network="social",
    url=None,
    collector="test",
    observed_at=NOW,
    sight=UNKNOWN_SIGHT,
)


def timeline(posts, start=0):
    """A profile and its posts, a batch of ten at a time."""
    yield PROFILE
    for first in range(start, posts, 10):
        yield Batch(
            source="long",
            posts=tuple(
                Post(id=f"post-{each}", text=f"mot {each}")
                for each in range(first, min(first + 10, posts))
            ),
        )


def broken(items, after):
    """The items, until something breaks off."""
    for at_, item in enumerate(items):
        if at_ == after:
            raise KeyboardInterrupt
        yield item


def test_an_interrupted_import_goes_on_and_doubles_nothing(vaulted, monkeypatch):
    monkeypatch.setattr(vaults, "BATCH", 25)
    with door.opened(vaulted, PASSPHRASE, now=NOW) as vault:
        with pytest.raises(KeyboardInterrupt):
            vault.imported("long", lambda: "stamp", lambda: broken(timeline(300), after=17))
        assert vault.count("rows") == 150
        before = vault.database.total_changes()
        vault.imported("long", lambda: "stamp", lambda: timeline(300))
        assert vault.database.total_changes() - before < 170
        assert vault.shown(["long"]) == list(gathered(timeline(300)))
        vault.imported("long", lambda: "stamp", lambda: pytest.fail("read again"))
        assert vault.reused.sources == 1


def test_a_changed_source_takes_the_place_of_the_old_one(vaulted, monkeypatch):
    monkeypatch.setattr(vaults, "BATCH", 25)
    with door.opened(vaulted, PASSPHRASE, now=NOW) as vault:
        vault.imported("long", lambda: "stamp", lambda: timeline(300))
        with pytest.raises(KeyboardInterrupt):
            vault.imported("long", lambda: "other", lambda: broken(timeline(90), after=6))
        vault.imported("long", lambda: "third", lambda: timeline(40, start=3))
        assert vault.shown(["long"]) == list(gathered(timeline(40, start=3)))
        assert vault.count("rows") == 38
    assert inspect.check(vaulted, PASSPHRASE, now=NOW).rows == 38


def test_without_posts_nothing_of_them_is_read(vaulted):
    with door.opened(vaulted, PASSPHRASE, now=NOW) as vault:
        vault.imported("long", lambda: "stamp", lambda: timeline(30))
        assert vault.shown(["long"], posts=False) == [PROFILE]
        assert vault.shown(["nothing"]) == []


def test_a_view_of_another_stamp_is_made_anew(vaulted):
    made = View(
        viewer=Viewer.ME,
        facts=("a",),
        made=(),
        identities=(),
        links=(),
        absences=(),
        namesakes=(),
        impersonations=(),
        portrait=None,
        remedies=(),
        findings=(),
        dials={},
    )
    with door.opened(vaulted, PASSPHRASE, now=NOW) as vault:
        assert vault.view(Viewer.ME, lambda: "one", lambda: made) == made
        assert vault.view(Viewer.ME, lambda: "one", lambda: pytest.fail("made again")) == made
        other = replace(made, facts=("b",))
        assert vault.view(Viewer.ME, lambda: "two", lambda: other) == other
        assert vault.count("views") == 1


def test_each_result_is_found_by_its_day(vaulted):
    audited(vaulted)
    page = vaulted / "footprint" / "club.html"
    page.write_text(page.read_text("utf-8").replace("Yann", "Corentin"), encoding="utf-8")
    audited(vaulted, now=at(3))
    with door.opened(vaulted, PASSPHRASE, now=at(3)) as vault:
        dated = vault.dated()
        assert [made_at for _, made_at in dated] == [NOW, at(3)]
        assert [(day, vault.result(number)) for number, day in dated] == list(vault.results())
