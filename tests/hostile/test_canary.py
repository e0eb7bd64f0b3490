"""A canary fed through every command, failures included: it sings in the report asked for and nowhere else."""

import io
import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
import zipfile

import pytest

NAME, ALIAS, MAIL = "Zélie Canarivane", "zelcanari77", "zcanarivane@courriel.example"
PHONE, TOWN, OTHER = "06 39 98 41 27", "Canaribourg", "Hector Canarifils"
SIGNS = [
    each.encode()
    for each in ("Canarivane", "canarivane", ALIAS, MAIL, PHONE, "0639984127", TOWN, "anarifils")
]
PASSPHRASE = "canari canari canari secret"
SIGNS.append(PASSPHRASE.encode())

MANDATE = f"""auditor: 1
subject: {{name: {NAME}, aliases: [{ALIAS}], town: {TOWN}}}
purpose: self-audit
language: en
signed_on: 2026-01-05
expires_on: 2096-01-05
accounts: [{{id: "photos:{ALIAS}"}}]
sources:
  - {{path: footprint/photos.html, shows: profile, owner: "photos:{ALIAS}", seen_by: indexed}}
  - {{path: footprint/club.html, shows: page, seen_by: anyone}}
  - {{path: footprint/outbox.json, seen_by: anyone}}
  - {{path: footprint/cut.json, seen_by: anyone}}
  - {{path: footprint/linkedin.zip}}
  - {{path: footprint/damaged.zip}}
"""
PHOTOS = f"""<!doctype html><meta charset=utf-8><title>{NAME}</title>
<div class="h-card"><span class="p-name">{NAME}</span>, <span class="p-locality">{TOWN}</span></div>
<p>J'habite à {TOWN}. Écrivez à {MAIL} ou appelez le {PHONE}, demandez {OTHER}.</p>"""
CLUB = f"<!doctype html><meta charset=utf-8><h1>Club</h1><p>{NAME} joue avec {OTHER} à {TOWN}.</p>"
OUTBOX = json.dumps(
    {
        "type": "OrderedCollection",
        "@context": "https://www.w3.org/ns/activitystreams",
        "orderedItems": [
            {
                "type": "Create",
                "actor": "https://social.example/users/x",
                "object": {"type": "Note", "content": f"<p>{NAME} {PHONE} {each}</p>"},
            }
            for each in range(40)
        ],
    }
)


def linkedin():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("Profile.csv", f"First Name,Last Name\nZélie,Canarivane {MAIL}\n")
    return data.getvalue()


@pytest.fixture
def case(tmp_path):
    place = tmp_path / "case"
    (place / "footprint").mkdir(parents=True)
    (place / "mandate.yml").write_text(MANDATE, encoding="utf-8")
    files = {
        "photos.html": PHOTOS.encode(),
        "club.html": CLUB.encode(),
        "outbox.json": OUTBOX.encode(),
        "cut.json": OUTBOX.encode()[: len(OUTBOX) // 2],
        "linkedin.zip": linkedin(),
        "damaged.zip": linkedin()[:-40],
    }
    for name, data in files.items():
        (place / "footprint" / name).write_bytes(data)
    return place


class Room:
    """A folder to run commands in, watched for the canary while they run."""

    def __init__(self, folder):
        self.folder = folder
        self.outside = [folder / "home", folder / "tmp"]
        for each in self.outside:
            each.mkdir()
        self.asked = set()
        self.seen = []

    def run(self, *arguments, lines=None, limit=None, kill_after=None):
        """Run a command to its end, or to a kill; what it said on standard error."""
        read, write = os.pipe()
        os.write(write, "".join(f"{each}\n" for each in lines or [PASSPHRASE]).encode())
        os.close(write)
        needs = arguments[0] in {"audit", "diff", "purge"} or arguments[:2] in {
            ("vault", "create"),
            ("vault", "check"),
            ("vault", "passphrase"),
            ("vault", "judgements"),
            ("mandate", "withdraw"),
        }
        extra = ["--passphrase-fd", str(read)] if needs else []
        home, temporary = map(str, self.outside)
        process = subprocess.Popen(
            [sys.executable, "-m", "auditor", *map(str, arguments), *extra],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            cwd=self.folder,
            pass_fds=(read,),
            env={
                **os.environ,
                "HOME": home,
                "XDG_STATE_HOME": home,
                "XDG_CACHE_HOME": home,
                "TMPDIR": temporary,
                "SQLITE_TMPDIR": temporary,
                "LC_ALL": "C.UTF-8",
            },
        )
        if limit:  # Python itself ignores the signal that would come first
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (limit, limit))
        os.close(read)
        done = threading.Event()
        watch = threading.Thread(target=self.watch, args=(done,))
        watch.start()
        try:
            _, said = process.communicate(timeout=kill_after or 60)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            _, said = process.communicate()
        done.set()
        watch.join()
        self.look()
        self.seen += [("stderr", sign) for sign in SIGNS if sign in said]
        assert b"Traceback" not in said
        return process.returncode, said.decode()

    def watch(self, done):
        while not done.is_set():
            self.look()
            time.sleep(0.02)

    def look(self):
        """Search every file but the mandate, the user's own sources and the reports asked for."""
        for path in self.folder.rglob("*"):
            own = "footprint" in path.parts or path.name in {"mandate.yml", "judgements.yml"}
            if own or path.name in self.asked:
                continue
            try:
                data = path.read_bytes()
            except OSError:
                continue
            self.seen += [(str(path), sign) for sign in SIGNS if sign in data]


@pytest.fixture
def room(tmp_path):
    made = Room(tmp_path)
    made.asked = {"report-case.html", "result.json", "out.txt", "mine.yml"}
    return made


JUDGED = '- {left: "photos#owner", right: "club#zelie-canarivane", judgement: same}\n'


def test_the_canary_sings_in_the_report_alone(room, case):
    def done(*arguments, codes=(0,), **how):
        code, said = room.run(*arguments, **how)
        assert code in codes, (arguments, said)

    done("mandate", "check", "case")
    done("audit", "case", codes=(0, 1))
    (case / "judgements.yml").write_text(JUDGED, encoding="utf-8")
    done("vault", "create", "case")
    for form, name in (("html", "report-case.html"), ("json", "result.json"), ("text", "out.txt")):
        done("audit", "case", "--format", form, "--to", name, codes=(0, 1))
    done("diff", "case", "result.json", codes=(0, 1))
    done("diff", "case@2096-01-01", "case", "--format", "json", "--to", "out.txt", codes=(0,))
    done("audit", "case", "--lang", "fr", "--viewer", "search", codes=(0, 1))
    for word in ("status", "check", "lock"):
        done("vault", word, "case")
    done("vault", "judgements", "case", "--to", "mine.yml")
    (room.folder / "mine.yml").unlink()
    new = f"{PASSPHRASE} again"
    done("vault", "passphrase", "case", lines=[PASSPHRASE, new])
    done("vault", "passphrase", "case", lines=[new, PASSPHRASE])
    done("purge", "case", "--source", "photos")
    done("audit", "case", codes=(0, 1))
    done("purge", "case", "--all")
    done("audit", "case", codes=(0, 1))
    done("mandate", "withdraw", "case")
    assert (case / "consent.json").is_file()
    assert room.seen == []


def refused(room, *arguments, **how):
    code, said = room.run(*arguments, **how)
    assert code == 2, (arguments, said)
    assert len(said.splitlines()) == 1 or arguments[0] == "mandate"


def test_no_refusal_lets_the_canary_out(room, case):
    (case / "judgements.yml").write_text(JUDGED + JUDGED.replace("same", "different"), "utf-8")
    refused(room, "audit", "case")
    (case / "judgements.yml").unlink()
    room.run("vault", "create", "case")
    refused(room, "vault", "create", "case")
    refused(room, "audit", "case", lines=[f"{MAIL} is no passphrase"])
    refused(room, "audit", "case", "--to", "nowhere/report.html")
    refused(room, "audit", "case", "--to", "home")
    refused(room, "audit", "case", limit=30_000)
    refused(room, "vault", "passphrase", "case", lines=[PASSPHRASE, "canari"])
    refused(room, "purge", "case")
    for wait in (0.3, 0.7, 1.0, 1.3, 1.6, 2.0):
        room.run("audit", "case", kill_after=wait)
    database = case / "vault" / "vault.db"
    data = bytearray(database.read_bytes())
    for place in range(5_000, len(data), 4_096):
        data[place] ^= 1
    database.write_bytes(data)
    refused(room, "audit", "case")
    refused(room, "vault", "check", "case")
    assert room.seen == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("purpose: self-audit", f"purpose: {NAME}"),
        ("signed_on: 2026-01-05", f"signed_on: {PHONE}"),
        (f"town: {TOWN}", f"town: [{TOWN}"),
        ("seen_by: indexed", f"seen_by: {MAIL}"),
        (f"aliases: [{ALIAS}]", f"aliases: {{a: {ALIAS}}}"),
        ("purpose: self-audit", f"purpose: !{ALIAS} x"),
        ("purpose: self-audit", f"purpose: self-audit\n{NAME}: x"),
        ("subject: {", f"subject: {{{NAME}: x, "),
        ("2096-01-05", "2026-01-06"),
    ],
)
def test_no_faulty_mandate_lets_the_canary_out(room, case, right, wrong):
    (case / "mandate.yml").write_text(MANDATE.replace(right, wrong), encoding="utf-8")
    for command in (("mandate", "check"), ("audit",), ("vault", "create"), ("purge", "--expired")):
        code, _ = room.run(command[0], *command[1:], "case")
        assert code == 2 or command[0] == "purge"
    assert room.seen == []


def test_the_watch_sees_what_it_is_there_to_see(room, case):
    room.run("audit", "case")
    report = (room.folder / "report-case.html").read_bytes()
    assert any(sign in report for sign in SIGNS)
    (room.outside[1] / "left.tmp").write_bytes(report)
    room.look()
    assert room.seen


def test_a_fault_of_the_program_tells_its_type_and_place(case, tmp_path):
    """An error nobody foresaw quotes no value."""
    code = (
        "import sys; from auditor import kits\n"
        f"def broken(*_): raise ValueError({MAIL!r})\n"
        "kits.for_case = broken; sys.argv = ['auditor', 'audit', 'case']\n"
        "from auditor.cli import main; main()"
    )
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert out.returncode == 2
    assert MAIL not in out.stderr
    assert "ValueError at audit.py:" in out.stderr
    assert len(out.stderr.splitlines()) == 1
