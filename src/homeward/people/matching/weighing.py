"""How likely is it that two records of this house are one person, by the declared weights? Sign by sign, the same SQL as for files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from uuid import UUID

from homeward.people.matching.comparisons import COMPARISONS, Comparison, Level
from homeward.people.matching.policy import POLICY, MatchingPolicy

FIELDS = ("id", "given", "family", "birth", "sex", "nhs", "postcode", "street", "email", "phone")


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """Two records and what speaks for and against. `signs` is 'family:same birth:swapped'; `twins`: the twin rule held."""

    one: UUID
    other: UUID
    weight: float
    signs: str
    sure: bool
    twins: bool


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One comparison as a reviewer reads it: 'Birth date: birth day and month swapped, +8.9'."""

    title: str
    words: str
    weight: float

    @property
    def agrees(self) -> bool:
        return self.weight > 0


def weigh(
    records: Iterable[Mapping[str, str]], pairs: Sequence[tuple[UUID, UUID]], *, policy: MatchingPolicy = POLICY
) -> list[Weighed]:
    """Weigh the pairs; `records` are the people concerned, a mapping of FIELDS each (one row for each name they have).

    Somebody with a former name is weighed by the name that fits best.
    """
    import duckdb

    from homeward.people.matching.tidying import standard

    if not pairs:
        return []
    connection = duckdb.connect(config={"threads": 1})
    try:
        connection.execute(f"create table told ({', '.join(f'{name} varchar' for name in FIELDS)})")
        connection.executemany(
            f"insert into told values ({', '.join('?' * len(FIELDS))})",
            [[each.get(name) or None for name in FIELDS] for each in records],
        )
        connection.execute("create table pair (one varchar, other varchar)")
        connection.executemany("insert into pair values (?, ?)", [[str(one), str(other)] for one, other in pairs])
        columns = {name: name for name in FIELDS if name != "id"}
        connection.execute(f"create table known as {standard(columns, source='told', identifier='id')}")
        rows = connection.execute(_question(policy)).fetchall()
    finally:
        connection.close()
    return [
        Weighed(
            one=UUID(one),
            other=UUID(other),
            weight=round(float(weight), 2),
            signs=signs,
            sure=bool(sure),
            twins=bool(twins),
        )
        for one, other, weight, signs, sure, twins in rows
    ]


def signs_of(signs: str) -> list[Sign]:
    """The signs of a pair in words, what speaks for it first."""
    told = dict(each.split(":", 1) for each in signs.split("|") if ":" in each)
    found = [
        Sign(title=comparison.title, words=level.words[:1].upper() + level.words[1:], weight=round(weight_of(level), 1))
        for comparison in COMPARISONS
        for level in comparison.levels
        if told.get(comparison.column) == level.code
    ]
    return sorted(found, key=lambda sign: -sign.weight)


def why(signs: str) -> str:
    """One sentence: 'Same family name, birth day and month swapped; another postcode (may have moved).'"""
    found = signs_of(signs)
    agrees = ", ".join(each.words.lower() for each in found if each.agrees)
    differs = ", ".join(each.words.lower() for each in found if not each.agrees)
    sentence = "; ".join(filter(None, (agrees, differs)))
    return sentence[:1].upper() + sentence[1:].replace("nhs number", "NHS number")


def weight_of(level: Level) -> float:
    """log2 of how much likelier the level is in one person than in two."""
    return log2(level.m / level.u)


def _question(policy: MatchingPolicy) -> str:
    from homeward.people.matching.accepting import rules_of

    compared = [each for each in COMPARISONS if set(each.columns) & set(FIELDS)]
    names = [*(column for each in compared for column in each.columns), "outward"]
    beside = ", ".join(f"l.{name} as {name}_l, r.{name} as {name}_r" for name in names)
    rules = rules_of(frozenset(names), policy)
    codes = ", ".join(f"{_case(each, weights=False)} as c_{each.column}" for each in compared)
    weights = " + ".join(_case(each, weights=True) for each in compared)
    signs = ", ".join(f"'{each.column}:' || c_{each.column}" for each in compared)
    return f"""
        with both_known as (
            select p.one, p.other, {beside}, ({rules["number"]}) as sure, ({rules["twin"]}) as twins
            from pair p join known l on l.id = p.one join known r on r.id = p.other
        ), weighed as (
            select one, other, {log2(policy.prior / (1 - policy.prior))} + {weights} as weight,
                   concat_ws('|', {signs}) as signs, coalesce(sure, false) as sure, coalesce(twins, false) as twins
            from (select *, {codes} from both_known)
        )
        select one, other, max(weight), arg_max(signs, weight), bool_or(sure), arg_max(twins, weight)
        from weighed group by one, other
    """


def _case(comparison: Comparison, *, weights: bool) -> str:
    nothing = "0.0" if weights else "null"
    said = {level.code: str(weight_of(level)) if weights else f"'{level.code}'" for level in comparison.levels}
    branches = " ".join(f"when {level.sql} then {said[level.code]}" for level in comparison.levels if level.sql)
    rest = next(said[level.code] for level in comparison.levels if not level.sql)
    return f"case when {comparison.nothing} then {nothing} {branches} else {rest} end"
