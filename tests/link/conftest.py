"""Records made by hand, and the weights the program ships."""

import pytest

from auditor import kits
from auditor.extract.lexicon import lexicon
from auditor.link.comparisons import COMPARISONS
from auditor.link.judge import Kit
from auditor.link.scenes import sides
from auditor.link.weights import Weights
from auditor.model.fact import Fact
from auditor.resources.folders import folder
from auditor.resources.read import load, table
from tests.builders import fact, record


@pytest.fixture(scope="session")
def kit():
    words = lexicon(lambda name: table(folder("data") / name))
    weights = load(folder("rules") / "linking.yml", Weights)
    tables = kits.frequencies.tables(words)
    return Kit(
        comparisons=COMPARISONS,
        weights=weights,
        tables=tables,
        fit=kits.frequencies.fitting(tables, weights),
    )


@pytest.fixture
def case(kit):
    """Sides from a table: record id → list of (kind, value) or facts; accounts by record id."""

    def make(people, accounts=None):
        records, facts = [], []
        for name, told in people.items():
            account = (accounts or {}).get(name)
            records.append(record(name, account=account and account[0], url=account and account[1]))
            facts += [each if isinstance(each, Fact) else fact(name, *each) for each in told]
        return sides(records, facts, kit.tables)

    return make
