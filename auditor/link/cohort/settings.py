"""The comparisons as a Splink model, and its result as one number a pair: the pattern of levels.

Splink finds pairs and levels, in the SQL of either engine. What levels weigh is added afterwards, because
it is more than a sum: some say one thing twice, some are capped, some count by the frequency of a value.
So the model's match weights are whole numbers that tell which level it was, and nothing else.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from auditor.link.cohort.dialect import Dialect
from auditor.link.cohort.levels import RADIX, Compared, Step

PRIOR = 0.5
"""Splink asks for a prior; ours is added afterwards, from the size of the cohort."""


def settings(model: Sequence[Compared], dialect: Dialect) -> dict[str, Any]:
    """A Splink model that blocks on shared keys and finds the level of each comparison."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "row",
        "probability_two_random_records_match": PRIOR,
        "blocking_rules_to_generate_predictions": [
            {
                "blocking_rule": "l.keys = r.keys",
                "arrays_to_explode": ["keys"],
                "sql_dialect": dialect.name,
            }
        ],
        "comparisons": [_comparison(each, dialect) for each in model],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
        "additional_columns_to_retain": [f"{name}_bits" for name in shared(model)],
    }


def shared(model: Iterable[Compared]) -> tuple[str, ...]:
    """The columns whose frequency counts."""
    return tuple(
        dict.fromkeys(name for each in model for step in each.steps for name in step.shares)
    )


def _comparison(each: Compared, dialect: Dialect) -> dict[str, Any]:
    missing = {"sql_condition": each.missing, "label_for_charts": "missing", "is_null_level": True}
    steps = [
        {
            "sql_condition": step.sql(dialect),
            "label_for_charts": step.name,
            # The weight is log2(m/u): powers of two make it the digit, exactly.
            "m_probability": 0.5,
            "u_probability": 0.5 ** (each.digit(step.name) + 1),
        }
        for step in each.steps
    ]
    return {"output_column_name": each.name, "comparison_levels": [missing, *steps]}


def vectors(model: Sequence[Compared], rarities: Mapping[str, frozenset[str]], table: str) -> str:
    """SQL: pair, pattern and the bits of the values that agree, from Splink's comparison vectors.

    `rarities` says of which comparisons the bits are summed under which name.
    """
    digits = " + ".join(
        f"CAST(round(mw_{each.name}) AS BIGINT) * {RADIX**at}" for at, each in enumerate(model)
    )
    sums = ", ".join(
        f"CAST({_rarity(each for each in model if each.name in names)} AS FLOAT) AS {name}"
        for name, names in rarities.items()
    )
    return f'SELECT row_l AS "left", row_r AS "right", {digits} AS pattern, {sums} FROM {table}'


def _rarity(comparisons: Iterable[Compared]) -> str:
    found = [
        f"CASE WHEN round(mw_{each.name}) = {each.digit(step.name)} THEN {_bits(step)} ELSE 0 END"
        for each in comparisons
        for step in each.steps
        if step.shares
    ]
    return " + ".join(found) or "0"


def _bits(step: Step) -> str:
    pick = "greatest" if step.rarest else "least"
    return " + ".join(f"{pick}({name}_bits_l, {name}_bits_r)" for name in step.shares)
