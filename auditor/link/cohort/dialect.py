"""The few words that the SQL of DuckDB and of Spark do not share."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How an engine says what levels need."""

    name: str
    """As Splink calls it."""
    alike: Callable[[str, str], str]
    """Jaro–Winkler similarity, 0 to 1."""
    replaced: Callable[[str, str], str]
    """How many signs of two equally long texts differ; exact up to one."""
    share: Callable[[str, str], str]
    """Do two lists have something in common?"""
    apart: Callable[[str, str], str]
    """In how many of their bits two whole numbers differ."""


DUCKDB = Dialect(
    name="duckdb",
    alike=lambda left, right: f"jaro_winkler_similarity({left}, {right})",
    replaced=lambda left, right: f"hamming({left}, {right})",
    share=lambda left, right: f"list_has_any({left}, {right})",
    apart=lambda left, right: f"bit_count(xor({left}, {right}))",
)
SPARK = Dialect(
    name="spark",
    alike=lambda left, right: f"jaro_winkler({left}, {right})",
    replaced=lambda left, right: f"levenshtein({left}, {right})",
    share=lambda left, right: f"arrays_overlap({left}, {right})",
    apart=lambda left, right: f"bit_count({left} ^ {right})",
)
