"""How much does each level weigh for these records? Splink learns it: how often by chance, then how often in one person."""

import logging
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from homeward.people.matching.comparisons import COMPARISONS, Comparison

if TYPE_CHECKING:
    import duckdb

SMALL = 120_000  # records in all; below, pairs may be sought and learnt from more widely
EVERY_PAIR = 4_000_000
CHANCE_PAIRS = 3_000_000
ENOUGH = 200  # records in all; fewer teach nothing, and the declared weights stand
SEED = 2026
LOWEST = -14.0


@dataclass(frozen=True, kw_only=True)
class Records:
    """Which tables are compared, how many rows they have, and which columns say something in all of them.

    `across`: one table holds the rows of two files, told apart by its column `side`; only pairs across are wanted.
    """

    tables: tuple[str, ...]
    rows: tuple[int, ...]
    columns: frozenset[str]
    across: bool = False

    @property
    def total(self) -> int:
        return sum(self.rows)

    @property
    def pairs(self) -> int:
        """How many pairs there are to choose from."""
        return self.rows[0] * self.rows[1] if len(self.rows) == 2 else self.rows[0] * (self.rows[0] - 1) // 2

    @property
    def compared(self) -> tuple[Comparison, ...]:
        return tuple(each for each in COMPARISONS if self.columns & set(each.columns))


def scored(records: Records, connection: "duckdb.DuckDBPyConnection") -> str:
    """The name of a table of pairs: `row_l`, `row_r`, `weight`. Every pair that could matter is in it."""
    from splink import DuckDBAPI, Linker

    with warnings.catch_warnings(), quietly():
        warnings.simplefilter("ignore")
        database = DuckDBAPI(connection)
        registered = [database.register(each, dataset_display_name=each) for each in records.tables]
        linker = Linker(registered, settings(records))
        learn(linker, records)
        found = linker.inference.predict(threshold_match_weight=LOWEST)
        connection.execute(
            f"create or replace table scored as select row_l, row_r, match_weight as weight from {found.physical_name}"
        )
    return "scored"


def learn(linker: Any, records: Records) -> None:
    """How often does each level agree by chance, and in one person? Too few records teach nothing."""
    from splink import block_on

    if records.total < ENOUGH:
        return
    certain = [block_on(*each) for each in _certain(records.columns)]
    linker.training.estimate_probability_two_random_records_match(certain, recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=CHANCE_PAIRS, seed=SEED)
    for columns in _learnt_from(records):
        try:
            linker.training.estimate_parameters_using_expectation_maximisation(block_on(*columns))
        except Exception as error:  # Splink raises plain exceptions when a block holds no pairs to learn from
            logging.getLogger(__name__).info("nothing learnt from %s: %s", columns, error)


def _certain(columns: frozenset[str]) -> list[tuple[str, ...]]:
    """Agreement that as good as proves one person; from it the share of matches is guessed to begin with."""
    rules = [
        ("nhs",),
        ("given", "family", "birth"),
        ("number", "birth"),
        ("number", "family"),
        ("email", "birth"),
        ("email", "given"),
    ]
    found = [rule for rule in rules if set(rule) <= columns]
    return found or [tuple(sorted(columns)[:2])]


def _learnt_from(records: Records) -> list[tuple[str, ...]]:
    """Blocks to learn from: between them every comparison is outside at least one."""
    narrow = [("birth", "family"), ("given", "postcode"), ("nhs",), ("number",), ("given", "street")]
    wide = [("birth",), ("nhs",), ("number",), ("email",), ("given", "family"), ("postcode", "family")]
    fitting = [each for each in (wide if records.total <= SMALL else narrow) if set(each) <= records.columns]
    return fitting[:3]


def settings(records: Records, *, said: Callable[[str], str] = str) -> Any:
    """What Splink compares, in which levels and blocks; `said` puts our conditions into the words of another database."""
    from splink import SettingsCreator, block_on

    if records.pairs <= EVERY_PAIR:
        rules: list[Any] = ["1=1"]
    else:
        rules = [block_on(*each) for each in blocks(records.columns, wide=records.total <= SMALL)]
    return SettingsCreator(
        link_type="link_only" if len(records.tables) == 2 else "dedupe_only",
        unique_id_column_name="row",
        comparisons=[_comparison(each, frequent=records.total >= ENOUGH, said=said) for each in records.compared],
        blocking_rules_to_generate_predictions=rules,
        retain_matching_columns=False,
        max_iterations=25,
    )


def blocks(columns: frozenset[str], *, wide: bool) -> Sequence[tuple[str, ...]]:
    """By what agreement are pairs found at all? Each rule is narrow enough for a million records on each side."""
    rules: list[tuple[str, ...]] = [
        ("nhs",), ("number",), ("email",), ("phone", "initials"),
        ("birth_key", "family_sound"), ("birth_key", "given_sound"), ("birth_key", "postcode"), ("birth_key", "name_key"),
        ("name_key", "postcode"), ("name_key", "birth_year"), ("family", "postcode", "initials"), ("given", "postcode", "family_sound"),
        ("given", "street"), ("family", "street"),
    ]  # fmt: skip
    if wide:
        rules += [
            ("birth_key",), ("name_key",), ("street",), ("family", "postcode"), ("given", "postcode"),
            ("birth_year", "family_sound"), ("birth_year", "given", "town"), ("family_sound", "given_sound", "town"),
            ("family_sound", "given_sound", "birth_place"), ("postcode", "initials"),
        ]  # fmt: skip
    needs = {
        "birth_key": {"birth"}, "birth_year": {"birth"}, "family_sound": {"family"}, "given_sound": {"given"},
        "name_key": {"family", "given"}, "initials": {"family", "given"},
    }  # fmt: skip
    return [rule for rule in rules if all(needs.get(each, {each}) <= columns for each in rule)]


def _comparison(declared: Comparison, *, frequent: bool, said: Callable[[str], str]) -> Any:
    import splink.comparison_level_library as levels
    from splink.comparison_library import CustomComparison

    made: list[Any] = [levels.CustomLevel(declared.nothing, "nothing said").configure(is_null_level=True)]
    for each in declared.levels:
        level = levels.CustomLevel(said(each.sql), each.code) if each.sql else levels.ElseLevel()
        rarer_weighs_more = frequent and declared.frequent and each.code == "same"
        level.configure(m_probability=each.m, u_probability=each.u)
        made.append(level.configure(tf_adjustment_column=declared.column) if rarer_weighs_more else level)
    return CustomComparison(output_column_name=declared.column, comparison_levels=made)


class quietly:
    """Splink tells much on its logger; none of it is for whoever reads our answer."""

    def __enter__(self) -> None:
        self.logger = logging.getLogger("splink")
        self.before = self.logger.handlers, self.logger.propagate
        self.logger.handlers, self.logger.propagate = [logging.NullHandler()], False

    def __exit__(self, *_: object) -> None:
        self.logger.handlers, self.logger.propagate = self.before
