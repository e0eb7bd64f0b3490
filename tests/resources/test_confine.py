"""resources/confine.py: what a child process can no longer do."""

import subprocess
import sys

import pytest

from auditor.resources import confine

GREEDY = """
from auditor.resources.confine import confine
confine(1 << 26, reads_only={reads_only})
try:
    bytearray(1 << 30)
except MemoryError:
    print("held")
"""


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("socket.connect", (None, ("e.example", 80))),
        ("subprocess.Popen", ("sh", [], None, None)),
        ("os.system", ("true",)),
        ("open", ("x", "w", 0o1101)),
        ("open", ("x", "r+", 0o2)),
    ],
)
def test_the_child_sends_starts_and_writes_nothing(event, arguments):
    with pytest.raises(PermissionError):
        confine._refuse(event, arguments)


def test_the_child_may_read():
    confine._refuse("open", ("font.ttf", "r", 0))
    confine._refuse("import", ("weasyprint.layout", None))


@pytest.mark.skipif(sys.platform != "linux", reason="the limit on memory is Linux's")
@pytest.mark.parametrize("reads_only", [True, False])
def test_the_memory_is_held(reads_only):
    code = GREEDY.format(reads_only=reads_only)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.stdout == b"held\n"
