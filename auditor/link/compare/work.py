"""Compare employers and jobs."""

from itertools import product

from auditor.link.compare import firms
from auditor.link.side import Side, once
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact
from auditor.model.link import Level
from auditor.model.names import fold


def work(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides have the same employer, the same job, or both."""
    firm, job = employer(left, right, tables), _same_job(left, right, tables)
    shared = firm or job
    if shared is not None:
        name = "employer_and_job" if firm and job else "employer" if firm else "job"
        return weights.level("work", name, left=shared[0].id, right=shared[1].id)
    jobs = left.of("job_title"), right.of("job_title")
    firms_ = left.of("employer"), right.of("employer")
    if all(jobs):
        name = "conflict" if all(firms_) else "job_differs"
        return weights.level("work", name, left=jobs[0][0].id, right=jobs[1][0].id)
    if all(firms_):
        return weights.level(
            "work", "employer_differs", left=firms_[0][0].id, right=firms_[1][0].id
        )
    return None


def employer(left: Side, right: Side, tables: Tables) -> tuple[Fact, Fact] | None:
    """The facts of both sides that name one employer."""
    here, there = left.of("employer"), right.of("employer")
    if not (here and there):
        return None
    pairs = product(here, there)
    return next((pair for pair in pairs if firms.same(pair[0].value, pair[1].value, tables)), None)


def _same_job(left: Side, right: Side, tables: Tables) -> tuple[Fact, Fact] | None:
    here, there = _jobs(left, tables), _jobs(right, tables)
    shared = [each for each in here if each in there]
    return (here[shared[0]], there[shared[0]]) if shared else None


@once
def _jobs(side: Side, tables: Tables) -> dict[str, Fact]:
    """The trades that a side's titles name: ``dessinateur-projeteur`` is a ``dessinateur`` too."""
    found: dict[str, Fact] = {}
    for fact in side.of("job_title"):
        for trade in trades(fact.value, tables):
            found.setdefault(trade, fact)
    return found


def trades(title: str, tables: Tables) -> set[str]:
    """The title itself, and each trade of the table that its words name."""
    folded = fold(title)
    words = {folded, folded.split("-")[0], *folded.replace(",", " ").split()}
    return {tables.jobs.get(word, word) for word in words if word in tables.jobs or word == folded}
