"""Text that is made to be slow is read in little time by everything that reads text."""

import datetime
import time

import pytest

from tests.quality.score import claims, tools

SIZE = 100_000
MOST = 2.0
"""Seconds of the processor for 100,000 characters (the probes of the project's notes on extraction)."""
PROBES = [
    "(", "😂", "?!", "a.", "1 ", "1", "@", "a@", "rue ", "0", "+33 ", "Jean ", "je ", "J'habite à ", "mon ", "my sister ",
    "« ", '"', "… ", "né le ", "I live in ", "\u0301", "e\u0301", "\u200b", "aaaa", "ne pas ", "si je ", "RT @a: ", "- ",
    "www.", "chez ", "12 rue ", "(at) ", "IBAN FR", "a-", "L'", "\n", "not ", "12/12/", ", ",
]  # fmt: skip
DAY = datetime.date(2026, 1, 5)


@pytest.fixture(scope="session")
def kit():
    made = tools("fr")
    claims("Bonjour", DAY, made)  # tables are read at the first text
    return made


@pytest.mark.parametrize("probe", PROBES)
def test_it_is_read_in_little_time(kit, probe):
    began = time.process_time()
    claims(probe * (SIZE // len(probe)), DAY, kit)
    assert time.process_time() - began <= MOST
