"""Trains, packs and measures the model of names: `python -m training.ner`."""

import os
import shutil
import tempfile
import time
from pathlib import Path

from training.ner import card, gazetteer, learn, mixture, ops, scores
from training.tables import DATA

MODEL = DATA / "ner"
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")


def main() -> None:
    """Make data/ner: the words it knows, the model, its card with the scores."""
    for name in _ONE_THREAD:
        os.environ.setdefault(name, "1")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder)
        shutil.rmtree(MODEL, ignore_errors=True)
        shutil.copytree(folder, MODEL)
        MODEL.chmod(0o755)  # a temporary folder is its maker's alone
    print(f"data/ner: {_size(MODEL) / 1e6:.2f} MB")


def make(folder: Path) -> None:
    """Train, pack and measure in a folder."""
    started = time.process_time()
    ops.use()
    words = folder / "words.tsv"
    print("words.tsv:", gazetteer.write(words))
    tests = mixture.tests()
    held = (*tests.values(), mixture.posts())
    parts = mixture.parts(gold for golds in held for gold in golds)
    learn.pack(learn.learn(learn.Setting(), parts, words), folder)
    print("shares:", scores.calibrate(folder, mixture.posts()))
    minutes = (time.process_time() - started) / 60
    print(f"trained in {minutes:.0f} CPU minutes", flush=True)
    card.write(folder, tests, minutes)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
