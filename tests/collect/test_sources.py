"""Every source of the mandate, in order; what cannot be read is named."""

import os
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from auditor.collect.cards import cards
from auditor.collect.mandate import load
from auditor.collect.net.http import Door
from auditor.collect.net.limits import limits
from auditor.collect.proof.place import WELL_KNOWN
from auditor.collect.proof.token import Tokens
from auditor.collect.reading import Context
from auditor.collect.sources import collect, guarded
from auditor.errors import MandateError
from auditor.model.failure import Failure
from auditor.model.mandate import Account, Mandate, Proof, Purpose, SeenBy, Shows, Source, Subject
from auditor.model.profile import Page, Profile
from auditor.model.visibility import Origin, Visibility
from auditor.resources.folders import folder
from auditor.store.proof_key import kept
from tests.collect.site import running

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
NETWORKS = cards(folder("rules") / "networks")
SAMPLES = Path(__file__).parents[2] / "samples"
PROFILE = """<!doctype html><html lang="fr"><head><title>Odile</title></head><body>
<div class="h-card"><h1 class="p-name">Odile Piquerelle</h1>
<p class="p-locality">Limoges</p><a rel="me" href="https://social.example/@odile">mes mots</a>
</div></body></html>"""
PAGE = "<!doctype html><html><head><title>Club</title></head><body><p>Le club se réunit le mardi soir.</p></body></html>"


def mandate(*sources, fictional=False, **more):
    return Mandate(
        subject=Subject(name="Odile Piquerelle", languages=("fr",)),
        purpose=Purpose.SELF_AUDIT,
        language="fr",
        signed_on=date(2026, 1, 5),
        expires_on=date(2027, 1, 5),
        fictional=fictional,
        sources=sources,
        **more,
    )


def read(case, *sources, fetch=None, **more):
    found = collect(mandate(*sources, **more), case, networks=NETWORKS, now=NOW, fetch=fetch)
    return [item for each in found for item in each.read()]


def shown(asked, case):
    """Everything that a sample's sources show."""
    known = cards(folder("rules") / "networks", case)
    return [item for each in collect(asked, case, networks=known, now=NOW) for item in each.read()]


def saved(path, **more):
    return Source(id=Path(path).stem, path=path, **more)


@pytest.fixture
def site():
    with running() as running_site:
        yield running_site


@pytest.fixture
def fetch():
    """A door to loopback that does not wait between two pages."""
    return Door(replace(limits(), interval=0.0, whole_call=3.0), allow_loopback=True).fetch


def test_sources_are_read_in_order(tmp_path):
    (tmp_path / "a.html").write_text(PROFILE)
    (tmp_path / "c.html").write_text(PAGE)
    found = read(tmp_path, saved("a.html"), saved("b.html"), saved("c.html"))
    assert [(each.source, type(each)) for each in found] == [
        ("a", Profile),
        ("b", Failure),
        ("c", Page),
    ]


def test_a_stamp_changes_with_all_that_reading_follows_from(tmp_path):
    def stamp(*sources, now=NOW):
        (found,) = collect(mandate(*sources), tmp_path, networks=NETWORKS, now=now)
        return found.stamp()

    (tmp_path / "a.html").write_text(PROFILE)
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "outbox.json").write_text("{}")
    later = NOW + timedelta(days=1)
    day = date(2026, 1, 4)
    file, folder_ = saved("a.html", saved_on=day), saved("export", saved_on=day)
    first, whole = stamp(file), stamp(folder_)
    undated = saved("a.html")
    assert stamp(undated) == stamp(undated)
    assert stamp(undated) != stamp(undated, now=later)
    assert stamp(file, now=later) == first
    assert stamp(folder_, now=later) == whole
    assert stamp(replace(file, shows=Shows.PAGE)) != first
    live = Source(id="me", url="https://nora.example/")
    assert stamp(live) != stamp(live, now=later)
    (tmp_path / "a.html").write_text(PAGE)
    assert stamp(file) != first
    (tmp_path / "export" / "outbox.json").write_text("[]")
    assert stamp(folder_) != whole
    (tmp_path / "a.html").unlink()
    assert stamp(file) != first


def test_a_mandate_without_sources_is_no_clean_bill(tmp_path):
    with pytest.raises(MandateError, match="names no source"):
        read(tmp_path)


def test_a_source_is_seen_as_old_as_it_is(tmp_path):
    (tmp_path / "a.html").write_text(PROFILE)
    old, new = read(tmp_path, saved("a.html", saved_on=date(2008, 12, 1)), saved("a.html"))
    assert (old.observed_at, new.observed_at) == (datetime(2008, 12, 1, tzinfo=UTC), NOW)


@pytest.mark.parametrize(
    ("owner", "account"), [("photos:odile", "photos:odile"), ("other", None), (None, None)]
)
def test_the_mandate_says_whose_account_a_profile_is(tmp_path, owner, account):
    (tmp_path / "a.html").write_text(PROFILE)
    (profile,) = read(tmp_path, saved("a.html", owner=owner))
    assert profile.account == account


@pytest.fixture
def wreck(tmp_path, tmp_path_factory):
    """A case whose files cannot be read, each for a reason of its own."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.html").write_text(PROFILE)
    (tmp_path / "empty.html").touch()
    (tmp_path / "blank.html").write_text(" \n")
    (tmp_path / "folder").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "notes.txt").write_text("notes")
    (tmp_path / "link.html").symlink_to(outside / "secret.html")
    (tmp_path / "linked").symlink_to(outside)
    (tmp_path / "loop.html").symlink_to(tmp_path / "loop.html")
    (tmp_path / "broken.html").symlink_to(tmp_path / "nowhere.html")
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "bytes.html").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "large.json").write_bytes(b"[" + b" " * 64_000_001)
    return tmp_path


def test_what_cannot_be_read_is_named_with_what_to_do(wreck):
    names = "missing.html empty.html blank.html folder other link.html linked/secret.html loop.html"
    names += " broken.html pipe.html bytes.html large.json ../x.html /etc/hostname a\0b"
    sources = [Source(id=f"s{at}", path=name) for at, name in enumerate(names.split(" "))]
    found = read(wreck, *sources)
    assert [each.source for each in found] == [each.id for each in sources]
    assert all(isinstance(each, Failure) and str(each.mend) for each in found)
    said = {source.path: str(each.reason) for source, each in zip(sources, found, strict=True)}
    assert said["missing.html"] == "missing.html is missing"
    assert said["empty.html"] == "empty.html is empty"
    assert "is not a file" in said["pipe.html"]
    assert "no export" in said["other"]
    for path in ("link.html", "linked/secret.html", "../x.html", "/etc/hostname"):
        assert "leads out of the folder" in said[path]
    assert "too large" in said["large.json"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_closed_file_is_named(tmp_path):
    (tmp_path / "a.html").write_text(PROFILE)
    (tmp_path / "a.html").chmod(0)
    (failure,) = read(tmp_path, saved("a.html"))
    assert "cannot be opened (PermissionError)" in str(failure.reason)


def test_an_unpacked_export_is_read_from_its_folder(tmp_path):
    export = tmp_path / "exports" / "linkedin"
    export.mkdir(parents=True)
    (export / "Profile.csv").write_text(
        "First Name,Last Name,Headline,Geo Location\nOdile,Piquerelle,Relieuse,Limoges\n"
    )
    (profile,) = [
        each for each in read(tmp_path, saved("exports/linkedin")) if isinstance(each, Profile)
    ]
    assert profile.network == "linkedin"
    assert "Relieuse" in [each.text for each in profile.fields]


@pytest.mark.parametrize(
    ("name", "owner", "doubted"),
    [
        ("Odile Piquerelle", None, False),
        ("Hector Merlusson", None, True),
        ("Hector Merlusson", "other", False),
    ],
)
def test_one_profile_of_an_export_that_fits_speaks_for_all(name, owner, doubted, tmp_path):
    takeout = tmp_path / "Takeout"
    channel = takeout / "YouTube and YouTube Music" / "channels" / "channel.csv"
    person = takeout / "Profile" / "Profile.json"
    for path in (channel, person):
        path.parent.mkdir(parents=True)
    channel.write_text("Channel ID,Channel Title (Original)\nUC7,Les nuits du cuir\n")
    person.write_text(f'{{"name": {{"formattedName": "{name}"}}}}')
    found = read(tmp_path, saved("Takeout", owner=owner))
    assert [each.network for each in found if isinstance(each, Profile)] == ["youtube", "google"]
    reasons = [str(each.reason) for each in found if isinstance(each, Failure)]
    assert any("another person" in each for each in reasons) is doubted


def test_a_reader_that_breaks_names_the_fault_and_nothing_it_read(tmp_path, monkeypatch):
    package = tmp_path / "packages"
    info = package / "odd-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: odd\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[auditor.readers]\nodd = odd_reader_of_a_test\n")
    (package / "odd_reader_of_a_test.py").write_text(
        "def detects(data, name):\n    return data.startswith(b'ODD')\n"
        "def read(data, context):\n    raise KeyError(data.decode())\n    yield\n"
    )
    monkeypatch.syspath_prepend(str(package))
    (tmp_path / "a.odd").write_bytes(b"ODD Odile Piquerelle")
    (tmp_path / "b.html").write_text(PROFILE)
    failure, profile = read(tmp_path, saved("a.odd"), saved("b.html"))
    assert str(failure.reason) == "reading broke off: KeyError"
    assert "Odile" not in f"{failure.reason} {failure.mend}"
    assert isinstance(profile, Profile)


@pytest.mark.parametrize("fault", [ValueError("Odile"), RecursionError(), MemoryError()])
def test_a_guarded_reader_keeps_what_came_before(fault):
    context = Context(source=saved("a.html"), network=None, networks={}, observed_at=NOW)

    def reader(content, context):
        yield content
        raise fault

    first, failure = guarded(reader, "kept", context)
    assert first == "kept"
    assert str(failure.reason) == f"reading broke off: {type(fault).__name__}"


def test_a_fictional_mandate_reads_this_machine_without_proof(tmp_path, site, fetch):
    url = site.says("/odile", PROFILE)
    (profile,) = read(
        tmp_path, Source(id="live", url=url, seen_by=SeenBy(default=Visibility.ME)), fictional=True
    )
    assert isinstance(profile, Profile)
    assert profile.url == url
    assert profile.sight.visibility is Visibility.ANYONE
    assert profile.sight.origin is Origin.FETCHED
    assert site.paths() == ["/odile"]


@pytest.mark.parametrize(
    "url", ["https://social.example/@odile", "http://10.0.0.1/", "http://127.0.0.1.evil.example/"]
)
def test_a_fictional_mandate_reads_nothing_else(tmp_path, url):
    (failure,) = read(tmp_path, Source(id="live", url=url), fictional=True)
    assert "this machine only" in str(failure.reason)


def test_a_real_mandate_does_not_read_this_machine(tmp_path, site):
    url = site.says("/odile", PROFILE)
    (failure,) = read(tmp_path, Source(id="live", url=url))
    assert isinstance(failure, Failure)
    assert site.asked == []


def test_an_own_site_that_points_back_is_read(tmp_path, site, fetch):
    url = site.says("/", PROFILE)
    proofs = (Proof(method="token", on=date(2026, 1, 5)),)
    account = Account(id="mastodon:odile", url="https://social.example/@odile", proofs=proofs)
    (profile,) = read(tmp_path, Source(id="own", url=url), accounts=(account,), fetch=fetch)
    assert isinstance(profile, Profile)
    assert site.paths() == ["/"]


def test_a_page_that_points_to_an_unproved_account_is_not_read(tmp_path, site, fetch):
    url = site.says("/", PROFILE)
    account = Account(id="mastodon:odile", url="https://social.example/@odile")
    (failure,) = read(tmp_path, Source(id="own", url=url), accounts=(account,), fetch=fetch)
    assert "not proved" in str(failure.reason)


def test_a_page_that_nothing_proves_is_not_read_and_the_way_to_prove_it_is_told(
    tmp_path, site, fetch
):
    source = Source(id="own", url=site.says("/", PROFILE))
    (failure,) = read(tmp_path, source, fetch=fetch)
    assert "not proved" in str(failure.reason)
    assert "auditor mandate proof" in str(failure.mend)
    tokens = Tokens(key=kept(tmp_path), subject="Odile Piquerelle", today=NOW.date())
    site.says(WELL_KNOWN, f"{tokens.fresh(source.url)}\n", kind="text/plain")
    (profile,) = read(tmp_path, source, fetch=fetch)
    assert isinstance(profile, Profile)


def test_an_account_with_a_proof_is_read(tmp_path, site, fetch):
    url = site.says("/odile", PAGE)
    account = Account(id="a:odile", url=url, proofs=(Proof(method="token", on=date(2026, 1, 5)),))
    (page,) = read(tmp_path, Source(id="live", url=url), accounts=(account,), fetch=fetch)
    assert isinstance(page, Page)
    assert site.paths() == ["/odile"]


def test_a_live_page_that_is_gone_or_forbidden_is_named(tmp_path, site, fetch):
    site.says("/robots.txt", "User-agent: *\nDisallow: /closed")
    sources = [Source(id=name, url=f"{site.url}/{name}") for name in ("gone", "closed")]
    gone, closed = read(tmp_path, *sources, fetch=fetch, fictional=True)
    assert "no such page" in str(gone.reason)
    assert "robots.txt forbids" in str(closed.reason)


@pytest.mark.parametrize("name", ["marc-l", "namesakes", "discreet"])
def test_the_samples_are_read_whole(name):
    case = SAMPLES / name
    asked = load(case, NOW.date())
    found = shown(asked, case)
    assert [each.source for each in found] == [each.id for each in asked.sources]
    assert not [each for each in found if isinstance(each, Failure)]


def test_of_the_broken_sample_every_file_is_read_or_named():
    case = SAMPLES / "broken"
    asked = load(case, NOW.date())
    found = shown(asked, case)
    failed = {each.source for each in found if isinstance(each, Failure)}
    assert failed | {"good-profile", "good-page", "image"} == {each.id for each in asked.sources}
    assert {"good-profile", "good-page"} & failed == set()
    assert not any("broke off" in str(e.reason) for e in found if isinstance(e, Failure))


def test_a_case_can_be_moved(tmp_path):
    case = shutil.copytree(SAMPLES / "discreet", tmp_path / "elsewhere")
    asked = load(case, NOW.date())
    assert len(shown(asked, case)) == 2
