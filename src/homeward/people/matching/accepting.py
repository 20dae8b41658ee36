"""Which of the weighed pairs are accepted? The share of matches is learnt from the weights, then the policy's rules decide."""

from typing import TYPE_CHECKING

from homeward.people.matching.policy import MatchingPolicy
from homeward.people.matching.training import Records

if TYPE_CHECKING:
    import duckdb

_ROUNDS = 6
_FEWEST = 5.0  # expected matches; with fewer the share is left as it was


def accept(connection: "duckdb.DuckDBPyConnection", *, records: Records, policy: MatchingPolicy) -> dict[str, int]:
    """Fill the table `accepted` (row_l, row_r, weight) from `scored`; how many each rule accepted or refused."""
    left, right = records.tables[0], records.tables[-1]
    rules = rules_of(records.columns, policy)
    connection.execute(f"""
        create or replace table accepted as
        select s.row_l, s.row_r, s.weight,
            case when {rules["number"]} then 'same NHS number, name and birth date agree'
                 when {rules["twin"]} then 'refused: may be twins'
                 when {rules["apart"]} then 'refused: another given name and birth date'
                 when s.weight >= {policy.accept_weight} then 'weight' end as rule
        from scored s join "{left}" l on l.row = s.row_l join "{right}" r on r.row = s.row_r
        where s.weight >= {min(policy.accept_weight, policy.through_others_weight)} or {rules["number"]}
    """)
    if len(records.tables) == 1:
        _through_others(connection, policy)
    if records.across:
        connection.execute(f"""
            create or replace table accepted as
            select case when l.side = 1 then a.row_l else a.row_r end as row_l, case when l.side = 1 then a.row_r else a.row_l end as row_r,
                   a.weight, a.rule
            from accepted a join "{left}" l on l.row = a.row_l join "{right}" r on r.row = a.row_r where l.side <> r.side
        """)
    counted = connection.execute("select rule, count(*) from accepted where rule is not null group by rule").fetchall()
    connection.execute("delete from accepted where rule is null or starts_with(rule, 'refused')")
    return {str(rule): int(many) for rule, many in counted}


def rules_of(columns: frozenset[str], policy: MatchingPolicy) -> dict[str, str]:
    """SQL over two records `l` and `r`: when the number rule holds, when they may be twins, or live together."""
    number = "false"
    if policy.number_rule and {"nhs", "family", "birth"} <= columns:
        number = (
            "(l.nhs = r.nhs and length(l.nhs) = 10 and l.birth_key = r.birth_key and (damerau_levenshtein(l.family, r.family) <= 1"
            " or l.name_key = r.name_key or damerau_levenshtein(l.given, r.given) <= 1))"
        )
    twin = household = "false"
    if {"given", "family", "birth"} <= columns:
        most = {"nhs": 1, "number": 2, "email": 2}
        agree = " or ".join(
            f"coalesce(damerau_levenshtein(l.{each}, r.{each}) <= {slips}, false)"
            for each, slips in most.items()
            if each in columns
        )
        apart = "coalesce(damerau_levenshtein(l.nhs, r.nhs) > 2, false)" if "nhs" in columns else "false"
        twin = (
            "(l.birth = r.birth and damerau_levenshtein(l.family, r.family) <= 1"
            " and jaro_winkler_similarity(l.given, r.family) < 0.8 and jaro_winkler_similarity(l.family, r.given) < 0.8"
            " and (l.given[:2] <> r.given[:2] and jaro_winkler_similarity(l.given, r.given) < 0.7"
            f" or {apart} and jaro_winkler_similarity(l.given, r.given) < 0.88)"
            f" and not ({agree or 'false'}))"
        )
        household = (
            "(jaro_winkler_similarity(l.given, r.given) < 0.8 and l.birth_key <> r.birth_key"
            " and damerau_levenshtein(l.birth, r.birth) > 2 and l.name_key <> r.name_key"
            f" and not ({agree or 'false'}))"
        )
    return {
        "number": number,
        "twin": twin if policy.twin_rule else "false",
        "apart": household if policy.household_rule else "false",
    }


def _through_others(connection: "duckdb.DuckDBPyConnection", policy: MatchingPolicy) -> None:
    """In one file: A is B and B is C, so A is C, unless the two speak against it."""
    connection.execute(f"""
        update accepted set rule = 'both match a third' where rule is null and weight >= {policy.through_others_weight}
        and exists (
            select 1 from
                (select row_l as x, row_r as y, weight from accepted where weight >= {policy.accept_weight} and rule is not null
                 union all select row_r, row_l, weight from accepted where weight >= {policy.accept_weight} and rule is not null) one
                join (select row_l as x, row_r as y, weight from accepted where weight >= {policy.accept_weight} and rule is not null
                 union all select row_r, row_l, weight from accepted where weight >= {policy.accept_weight} and rule is not null) two on one.y = two.y
            where one.x = accepted.row_l and two.x = accepted.row_r
        )
    """)
