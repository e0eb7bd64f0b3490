"""Compare employers, jobs and schools."""

from itertools import product

from rapidfuzz.fuzz import token_set_ratio

from auditor.link.side import Side
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact
from auditor.model.link import Level
from auditor.model.names import fold

ALIKE = 90.0
"""rapidfuzz token-set ratio from which two firms' or schools' names are one (its usual floor)."""


def work(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides have the same employer, the same job, or both."""
    firm = _alike(left, right, "employer")
    job = _same_job(left, right, tables)
    sides = firm or job
    if sides is not None:
        name = "employer_and_job" if firm and job else "employer" if firm else "job"
        return weights.level("work", name, left=sides[0].id, right=sides[1].id)
    jobs = left.of("job_title"), right.of("job_title")
    if not all(jobs):
        return None
    both = bool(left.of("employer") and right.of("employer"))
    return weights.level(
        "work", "conflict" if both else "job_differs", left=jobs[0][0].id, right=jobs[1][0].id
    )


def study(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:  # noqa: ARG001
    """The two sides went to the same school, in the same year."""
    found = _alike(left, right, "school")
    if found is None or not any(char.isalpha() for char in found[0].value):
        return None
    one, other = found
    dated = one.period is not None and other.period is not None
    same = dated and one.period == other.period
    if dated and not same:
        return None
    return weights.level(
        "study", "school_and_year" if same else "school", left=one.id, right=other.id
    )


def _alike(left: Side, right: Side, kind: str) -> tuple[Fact, Fact] | None:
    for one, other in product(left.of(kind), right.of(kind)):
        if token_set_ratio(fold(one.value), fold(other.value)) >= ALIKE:
            return one, other
    return None


def _same_job(left: Side, right: Side, tables: Tables) -> tuple[Fact, Fact] | None:
    for one, other in product(left.of("job_title"), right.of("job_title")):
        if _jobs(one, tables) & _jobs(other, tables):
            return one, other
    return None


def _jobs(fact: Fact, tables: Tables) -> set[str]:
    """The trades a title names: ``dessinateur-projeteur`` is a ``dessinateur`` too."""
    folded = fold(fact.value)
    words = {folded, folded.split("-")[0], *folded.replace(",", " ").split()}
    return {tables.jobs.get(word, word) for word in words if word in tables.jobs or word == folded}
