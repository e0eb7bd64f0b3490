"""A vault under kill -9, a full disk and failing writes: nothing lost, nothing doubled, nothing torn."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from auditor import kits, pipeline
from auditor.errors import VaultError
from auditor.model.profile import Batch, Post
from auditor.store.rows import gathered
from auditor.store.vault import door, inspect
from tests.store.conftest import NOW, PASSPHRASE
from tests.store.vault.test_vault import PROFILE

POSTS = 6_000
WORK = """
import os, sys
from pathlib import Path
from tests.store.conftest import NOW, PASSPHRASE
from tests.store.vault.test_crash import long, noted
from auditor.store.vault import door, vault as vaults
from auditor.store.judgements import Decision
from auditor.model.link import Judgement
vaults.BATCH = 100
case, start = Path(sys.argv[1]), int(sys.argv[2])
acknowledged = os.open(sys.argv[3], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
print("go", flush=True)
with door.opened(case, PASSPHRASE, now=NOW) as vault:
    for turn in range(start, start + 10_000):
        vault.imported("long", lambda: f"stamp {turn // 3}", lambda: long(turn // 3))
        vault.decide([Decision(left="a", right=f"b{turn}", judgement=Judgement.SAME)])
        os.write(acknowledged, b"%d\\n" % turn)
        os.fsync(acknowledged)
"""


def long(version):
    """A timeline whose every post says of which version it is."""
    yield PROFILE
    for first in range(0, POSTS, 500):
        yield Batch(
            source="long",
            posts=tuple(
                Post(id=f"post-{each}", text=f"{version}: {'mot ' * (each % 40)}")
                for each in range(first, first + 500)
            ),
        )


def noted(path):
    """The last turn that was acknowledged; -1 where none was."""
    lines = path.read_bytes().splitlines() if path.exists() else []
    return int(lines[-1]) if lines else -1


def whole(case, last):
    """Is all that was acknowledged there, once, and nothing by halves? How far the vault got."""
    assert inspect.check(case, PASSPHRASE, now=NOW)
    with door.opened(case, PASSPHRASE, now=NOW) as vault:
        turns = sorted(int(each.right[1:]) for each in vault.decisions())
        assert turns == list(range(len(turns)))
        assert len(turns) >= last + 1
        known = list(vault.database.execute("SELECT stamp, rows, complete FROM imports"))
        for stamp, rows, complete in known:
            if complete:
                assert vault.shown(["long"]) == list(gathered(long(int(stamp.split()[1]))))
                assert rows == vault.count("rows") == POSTS + 1
        return len(turns)


def test_kills_at_any_moment_lose_nothing(vaulted, tmp_path, tries):
    acknowledged, rnd, turns = tmp_path / "acknowledged", random.Random(4), 0
    for number in range(4 * tries):
        process = subprocess.Popen(
            [sys.executable, "-c", WORK, vaulted, str(turns), acknowledged],
            stdout=subprocess.PIPE,
        )
        if number % 5:
            process.stdout.readline()
        time.sleep(rnd.uniform(0.01, 0.6))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        turns = whole(vaulted, noted(acknowledged))
    assert turns > tries


AUDITS = """
import itertools, sys
from pathlib import Path
from auditor import kits, pipeline
from tests.store.conftest import CLUB, NOW, PASSPHRASE
from auditor.store.vault import door
case = Path(sys.argv[1])
print("go", flush=True)
for turn in itertools.count(int(sys.argv[2])):
    page = CLUB.replace("Yann", f"Yann{'abcdefghij'[turn % 10]}")
    (case / "footprint" / "club.html").write_text(page, encoding="utf-8")
    mandate, kit = kits.for_case(case, NOW.date())
    with door.opened(case, PASSPHRASE, now=NOW) as vault:
        report = pipeline.audit(mandate, kit, case=case, now=NOW, keep=vault)
        vault.finished(NOW, report.counts, lambda: b'{"sources": []}')
"""


def test_a_kill_during_an_audit_changes_no_answer(vaulted, tries):
    rnd, results = random.Random(6), 0
    for number in range(tries):
        process = subprocess.Popen(
            [sys.executable, "-c", AUDITS, vaulted, str(number)], stdout=subprocess.PIPE
        )
        process.stdout.readline()
        time.sleep(rnd.uniform(0.2, 2.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert inspect.check(vaulted, PASSPHRASE, now=NOW).results >= results
        mandate, kit = kits.for_case(vaulted, NOW.date())
        with door.opened(vaulted, PASSPHRASE, now=NOW) as vault:
            kept = pipeline.audit(mandate, kit, case=vaulted, now=NOW, keep=vault)
            results = vault.count("results")
        assert kept == pipeline.audit(mandate, kit, case=vaulted, now=NOW)


LIMITED = """
import resource, signal, sys
from pathlib import Path
from tests.store.conftest import NOW, PASSPHRASE
from tests.store.vault.test_crash import long
from auditor.errors import AuditorError
from auditor.store.vault import door
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    with door.opened(Path(sys.argv[1]), PASSPHRASE, now=NOW) as vault:
        vault.imported("long", lambda: f"stamp {sys.argv[2]}", lambda: long(int(sys.argv[2])))
except AuditorError as error:
    print(error)
"""


def test_a_full_disk_is_one_line_and_the_vault_stays_whole(vaulted, tries):
    with door.opened(vaulted, PASSPHRASE, now=NOW) as vault:
        vault.imported("long", lambda: "stamp 0", lambda: long(0))
    sizes = random.Random(5).sample(range(4_096, 400_000), tries)
    for size in sizes:
        out = subprocess.run(
            [sys.executable, "-c", LIMITED, vaulted, str(size)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in out.stderr
        assert len(out.stdout.splitlines()) == 1
        assert "cannot be written" in out.stdout
        whole(vaulted, -1)
    with door.opened(vaulted, PASSPHRASE, now=NOW) as vault:
        vault.imported("long", lambda: "stamp 1", lambda: long(1))
    whole(vaulted, -1)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_closed_to_writing_is_one_line(vaulted):
    folder = vaulted / door.FOLDER
    folder.chmod(0o500)
    with pytest.raises(VaultError, match="cannot be"), door.opened(vaulted, PASSPHRASE, now=NOW):
        pass
    folder.chmod(0o700)
