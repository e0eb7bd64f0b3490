"""`auditor sweep` as its user meets it: what is refused, what is found, what a kill costs."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from functools import partial

import pytest

from auditor.store.progress import FILE
from tests.cli.command import run
from tests.collect.sweep.web import NOBODY, SOMEBODY, running, send

HANDLE = "loic_tr"
MANDATE = """auditor: 1
subject: {name: Loïc Tréhardel, languages: [fr]}
purpose: training
language: en
signed_on: 2026-01-05
expires_on: 2096-01-05
fictional: true
handles: [loic_tr, lolo]
"""
PASSPHRASE = "quatre mots sans aucun lien"


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "mandate.yml").write_text(MANDATE, encoding="utf-8")
    return folder


def command(*arguments):
    return [sys.executable, "-m", "auditor", "sweep", "case", *map(str, arguments)]


@pytest.fixture
def auditor(tmp_path, case):
    """Run the sweep of the case in an empty folder."""
    return partial(run, tmp_path, "sweep", "case")


def hearing(*arguments):
    """The same command, which Ctrl-C reaches: in the background of a shell, tests are started deaf to it."""
    start = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    return [
        sys.executable,
        "-c",
        f"{start}; from auditor.cli import main; main()",
        *command(*arguments)[3:],
    ]


def listed(tmp_path, web, **more):
    """A list in WhatsMyName's form with one site a host."""
    sites = [
        {
            "name": f"site{number}",
            "uri_check": f"{host}/{{account}}",
            "e_code": 200,
            "e_string": SOMEBODY,
            "m_code": 404,
            "m_string": NOBODY,
            "known": [],
            "cat": "x",
        }
        for number, host in enumerate(web.hosts)
    ]
    path = tmp_path / "wmn.json"
    content = {"license": ["CC BY-SA 4.0"], "authors": ["ann"], "sites": sites, **more}
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def knows(web, *, where=lambda _number: True, wait=lambda _number: 0.0):
    """The hosts have the handle's account where `where` says so."""

    def page(request):
        number = int(request.server.server_address[0].rpartition(".")[2]) - 1
        time.sleep(wait(number))
        is_there = request.path == f"/{HANDLE}" and where(number)
        send(request, *((SOMEBODY.encode(), 200) if is_there else (NOBODY.encode(), 404)))

    web.does("*", page)


def test_what_is_found_is_shown_and_written(auditor, tmp_path, case):
    with running(hosts=3) as web:
        knows(web, where=lambda number: number != 1)
        list_ = listed(tmp_path, web)
        out = auditor(
            "--sites", list_, "--allow-loopback", "--handle", HANDLE,
            "--format", "json", "--to", "r.json",
        )  # fmt: skip
    assert out.returncode == 1, out.stderr
    shown = [each for each in out.stdout.splitlines() if each.startswith("[+]")]
    assert sorted(shown) == [f"[+] site{n}: {web.hosts[n]}/{HANDLE}" for n in (0, 2)]
    assert "Found: 2. Not found: 1. Could not be checked: 0." in out.stdout
    assert "CC BY-SA 4.0" in out.stderr
    rows = json.loads((tmp_path / "r.json").read_text("utf-8"))["results"]
    assert {each["site"]: each["verdict"] for each in rows} == {
        "site0": "found", "site1": "missing", "site2": "found",
    }  # fmt: skip
    assert stat.S_IMODE((tmp_path / "r.json").stat().st_mode) == 0o600
    assert [each.name for each in case.iterdir()] == ["mandate.yml"]


def test_nothing_found_is_zero_and_every_handle_is_asked(auditor, tmp_path):
    with running(hosts=2) as web:
        knows(web, where=lambda _: False)
        out = auditor("--sites", listed(tmp_path, web), "--allow-loopback", "--quiet")
        asked = {path for _, path in web.asked}
    assert (out.returncode, out.stdout) == (0, "")
    assert asked == {"/robots.txt", "/loic_tr", "/lolo"}


def test_the_result_alone_goes_to_standard_output(auditor, tmp_path):
    with running(hosts=2) as web:
        knows(web)
        out = auditor(
            "--sites", listed(tmp_path, web), "--allow-loopback", "--handle", HANDLE,
            "--format", "json",
        )  # fmt: skip
    assert len(json.loads(out.stdout)["results"]) == 2
    assert "[+] site0" in out.stderr


def test_a_network_with_a_card_is_named_by_it(auditor, tmp_path, case):
    (case / "networks").mkdir()
    (case / "networks" / "pics.yml").write_text(
        "id: pics\nname: {en: Pics}\nkind: personal\nhosts: [127.0.0.1]\n"
        "delete: {effort: easy, url: 'https://pics.example/close'}\n",
        encoding="utf-8",
    )
    with running() as web:
        knows(web)
        out = auditor("--sites", listed(tmp_path, web), "--allow-loopback", "--handle", HANDLE)
    assert f'- {{id: "pics:{HANDLE}", url: "{web.url}/{HANDLE}"}}' in out.stdout
    assert "easy to delete · https://pics.example/close" in out.stdout


def test_our_own_list_asks_nobody_for_an_invented_person(auditor):
    out = auditor("--allow-loopback", "--handle", HANDLE, "--format", "json")
    rows = json.loads(out.stdout)["results"]
    assert out.returncode == 0, out.stderr
    assert len(rows) > 90
    assert {each["verdict"] for each in rows} == {"unknown"}
    assert all(each["reason"] for each in rows)


def test_in_french(auditor, tmp_path):
    with running() as web:
        knows(web)
        out = auditor("--sites", listed(tmp_path, web), "--allow-loopback", "--lang", "fr")
    assert out.returncode == 1
    assert f"[+] site0: {web.url}/{HANDLE}" in out.stdout.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("old", "new", "arguments", "word"),
    [
        ("", "", ("--handle", "somebody", "--allow-loopback"), "does not name this handle"),
        ("", "", (), "--allow-loopback"),
        ("fictional: true", "fictional: false", ("--allow-loopback",), "fictional mandates only"),
        ("handles: [loic_tr, lolo]", "handles: []", ("--allow-loopback",), "no handle"),
        ("expires_on: 2096", "expires_on: 2026-01-06 #", ("--allow-loopback",), "ended"),
        ("signed_on: 2026", "signed_on: 2095", ("--allow-loopback",), "begins"),
        ("handles:", "handels:", ("--allow-loopback",), "handles"),
        ("", "", ("--allow-loopback", "--sites", "nowhere.json"), "nowhere.json"),
        ("", "", ("--allow-loopback", "--to", "case/mandate.yml"), "belongs to the case"),
        ("", "", ("--allow-loopback", "--to", "nowhere/r.json"), "r.json"),
    ],
)
def test_what_is_refused_is_one_line_and_asks_nobody(
    auditor, tmp_path, case, old, new, arguments, word
):
    with running() as web:
        knows(web)
        list_ = listed(tmp_path, web)
        (case / "mandate.yml").write_text(MANDATE.replace(old, new), encoding="utf-8")
        out = auditor("--sites", list_, *arguments)
    assert out.returncode == 2
    assert word in out.stderr
    assert len([each for each in out.stderr.splitlines() if each.startswith("auditor: ")]) == 1
    assert "somebody" not in out.stderr
    assert not web.asked


def test_a_withdrawn_consent_asks_nobody(auditor, tmp_path, case):
    withdraw = [sys.executable, "-m", "auditor", "mandate", "withdraw", "case"]
    subprocess.run(withdraw, cwd=tmp_path, check=True, capture_output=True)
    with running() as web:
        knows(web)
        out = auditor("--sites", listed(tmp_path, web), "--allow-loopback")
    assert out.returncode == 2
    assert not web.asked


def test_variants_are_suggestions_and_ask_nobody(auditor):
    out = auditor("--variants")
    assert out.returncode == 0
    assert "  loictrehardel" in out.stdout.splitlines()


@pytest.mark.parametrize("vaulted", [False, True], ids=["file", "vault"])
def test_a_killed_sweep_goes_on_where_it_stood(auditor, tmp_path, case, vaulted):
    lines = [PASSPHRASE] if vaulted else None
    if vaulted:
        made(tmp_path)
    with running(hosts=10) as web:
        knows(web, where=lambda number: number % 2 == 0, wait=lambda number: 1.5 * (number > 5))
        options = (
            "--sites", listed(tmp_path, web), "--allow-loopback",
            "--format", "json", "--to", tmp_path / "r.json",
        )  # fmt: skip
        before = killed_after(3, options, tmp_path, lines)
        left = b"".join(each.read_bytes() for each in case.rglob("*") if each.is_file())
        assert not vaulted or (b"site0" not in left and not (case / FILE).exists())
        done = {f"127.0.0.{each + 1}" for each in before}
        asked = {host: web.asked[host, f"/{HANDLE}"] for host in done}
        again = auditor(*options, lines=lines)
        assert {host: web.asked[host, f"/{HANDLE}"] for host in done} == asked
    assert again.returncode == 1, again.stderr
    assert "Taken up: " in again.stderr
    rows = json.loads((tmp_path / "r.json").read_text())["results"]
    mine = [each for each in rows if each["url"].endswith(HANDLE)]
    assert (len(rows), len(mine)) == (20, 10)
    verdicts = {each["site"]: each["verdict"] for each in mine}
    assert verdicts == {f"site{n}": "missing" if n % 2 else "found" for n in range(10)}
    assert not (case / FILE).exists()
    fresh = auditor(*options, lines=lines)
    assert "Taken up" not in fresh.stderr


def made(tmp_path):
    """A vault for the case."""
    read, write = os.pipe()
    os.write(write, f"{PASSPHRASE}\n".encode())
    os.close(write)
    create = [sys.executable, "-m", "auditor", "vault", "create", "case"]
    subprocess.run(
        [*create, "--passphrase-fd", str(read)],
        cwd=tmp_path, pass_fds=(read,), check=True, capture_output=True,
    )  # fmt: skip
    os.close(read)


def killed_after(count, options, tmp_path, lines):
    """Kill the sweep once so many accounts were shown; the numbers of their sites."""
    extra, pipes = [], ()
    if lines is not None:
        read, write = os.pipe()
        os.write(write, "".join(f"{each}\n" for each in lines).encode())
        os.close(write)
        extra, pipes = ["--passphrase-fd", str(read)], (read,)
    running_sweep = subprocess.Popen(
        [*command(*options), *extra],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path, pass_fds=pipes,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    shown = [running_sweep.stdout.readline() for _ in range(count)]
    running_sweep.send_signal(signal.SIGKILL)
    running_sweep.communicate()
    for each in pipes:
        os.close(each)
    assert all(each.startswith("[+] site") for each in shown)
    return [int(each[len("[+] site")]) for each in shown]


def test_control_c_is_one_line_and_resumes(tmp_path, case):
    with running(hosts=4) as web:
        knows(web, wait=lambda number: 15.0 * (number > 1))
        running_sweep = subprocess.Popen(
            hearing("--sites", listed(tmp_path, web), "--allow-loopback", "--handle", HANDLE,
                    "--timeout", "60"),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path,
            env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        running_sweep.stdout.readline()
        running_sweep.send_signal(signal.SIGINT)
        _, told = running_sweep.communicate(timeout=20)
    assert running_sweep.returncode == 2
    assert "goes on where it stopped" in told
    assert "Traceback" not in told
    assert (case / FILE).exists()


def test_a_purge_forgets_an_unfinished_sweep(tmp_path, case):
    (case / FILE).write_text("stamp\n")
    purge = [sys.executable, "-m", "auditor", "purge", "case", "--all"]
    subprocess.run(purge, cwd=tmp_path, check=True, capture_output=True)
    assert not (case / FILE).exists()
