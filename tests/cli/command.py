"""The program as a process of its own, the way its user starts it."""

import os
import resource
import subprocess
import sys


def run(where, *arguments, lines=None, lang="C.UTF-8", memory=None, piped=None):
    """Run a command in a folder, with lines for `--passphrase-fd` where they are given."""
    extra, pipes = [], ()
    if lines is not None:
        read, write = os.pipe()
        os.write(write, "".join(f"{each}\n" for each in lines).encode())
        os.close(write)
        extra, pipes = ["--passphrase-fd", str(read)], (read,)
    limit = (lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory))) if memory else None
    out = subprocess.run(
        [sys.executable, "-m", "auditor", *map(str, arguments), *extra],
        capture_output=True,
        text=True,
        cwd=where,
        env={**os.environ, "LANG": lang, "LC_ALL": lang},
        pass_fds=pipes,
        **({"stdin": subprocess.DEVNULL} if piped is None else {"input": piped}),
        timeout=120,
        check=False,
        preexec_fn=limit,
    )
    for each in pipes:
        os.close(each)
    assert "Traceback" not in out.stderr
    return out
