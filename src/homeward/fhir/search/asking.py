"""What exactly is asked by this query string? Every part is known and readable, or the part at fault is named."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from homeward.fhir.search.fits import unreadable
from homeward.fhir.search.parameters import MODIFIERS, Parameter
from homeward.foundation.r4.issues import Faulty, Issue, IssueCode
from homeward.foundation.r4.syntax import TYPES

MOST = 200
USUAL = 50
# Unasked, a total is told up to here: counting thousands costs more than the page (FHIR R4, 3.1.1.4.7: `_total` asks for it).
COUNTED = MOST
_VALUES = re.compile(r"(?<!\\),")
PLAIN = ("_format", "_pretty", "_contained", "_containedType")
# These would narrow the answer, so passing over them would mislead; other unknown words with '_' only shape it.
_NARROWING = ("_filter", "_text", "_content", "_list", "_has", "_type", "_query", "_source", "_offset", "_since", "_at")
_SUMMARIES = ("true", "false", "text", "data", "count")
_TOTALS = ("none", "estimate", "accurate")


@dataclass(frozen=True)
class Wanted:
    """One condition: a parameter, its modifier, the values of which one must fit. `chain` is the parameter of what it points to."""

    parameter: Parameter
    modifier: str
    values: tuple[str, ...]
    chain: str = ""


@dataclass(kw_only=True)
class Asked:
    """One search: its conditions, its order, which page and what comes with it."""

    kind: str
    wanted: list[Wanted] = field(default_factory=list)
    sort: list[tuple[str, bool]] = field(default_factory=list)  # (parameter, descending)
    count: int = USUAL
    cursor: str = ""
    includes: list[tuple[str, str, str]] = field(default_factory=list)  # (kind, parameter, target kind or '')
    revincludes: list[tuple[str, str, str]] = field(default_factory=list)
    summary: str = "false"
    elements: tuple[str, ...] = ()
    total: str = ""
    query: list[tuple[str, str]] = field(default_factory=list)  # as it was asked, without the page

    def tells_total(self, total: int) -> bool:
        """Does the answer say that there are so many in all? Asked for a total or a summary of it: always, unless asked not to."""
        if self.total == "none":
            return False
        return total <= COUNTED or self.total != "" or self.summary == "count"

    def one(self, name: str) -> Wanted | None:
        """The first condition on this parameter."""
        return next((each for each in self.wanted if each.parameter.name == name), None)


def read_query(
    kind: str, pairs: Iterable[tuple[str, str]], tables: Mapping[str, Mapping[str, Parameter]], *, lenient: bool = False
) -> Asked:
    """The search that these pairs ask. Raises Faulty 400, naming the parameter; `lenient` passes over unknown ones."""
    asked = Asked(kind=kind)
    for name, value in pairs:
        if "\x00" in name or "\x00" in value:
            raise refused(name.replace("\x00", ""), "holds a character that text may not.", code="value")
        if name == "_cursor":
            asked.cursor = value
            continue
        asked.query.append((name, value))
        if name in PLAIN:
            continue
        known = _of_the_answer(asked, name, value, tables) if name.startswith("_") else False
        base = re.split("[:.]", name)[0]
        passed = base.startswith("_") and base not in tables[kind] and base not in _NARROWING
        if not known and not passed:
            _condition(asked, name, value, tables, lenient=lenient)
    return asked


def refused(name: str, words: str, *, code: IssueCode = "value") -> Faulty:
    """The refusal of one search parameter."""
    shown = "".join(each for each in name if each.isprintable())[:64]
    return Faulty(Issue(code=code, diagnostics=f"'{shown}' {words}", expression=shown), status=400)


def _of_the_answer(asked: Asked, name: str, value: str, tables: Mapping[str, Mapping[str, Parameter]]) -> bool:
    """Take a parameter that shapes the answer; False when it is none of those."""
    base = name.partition(":")[0]
    if base == "_count":
        asked.count = _count(value)
    elif base == "_sort":
        asked.sort = [_sort(asked.kind, each, tables) for each in value.split(",") if each]
    elif base in ("_include", "_revinclude"):
        listed = asked.includes if base == "_include" else asked.revincludes
        listed.append(_include(base, value, asked.kind, tables))
    elif base == "_summary":
        asked.summary = _one_of(base, value, _SUMMARIES)
    elif base == "_total":
        asked.total = _one_of(base, value, _TOTALS)
    elif base == "_totalMethod":  # as some clients ask for a total, where others write `_total=accurate`
        asked.total = "accurate" if value == "count" else asked.total
    elif base == "_elements":
        asked.elements = tuple(each.strip().partition(".")[0] for each in value.split(",") if each.strip())
    else:
        return False
    return True


def _count(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= 9):
        raise refused("_count", "must be a whole number.")
    return min(int(value), MOST)


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise refused(name, f"must be one of: {', '.join(known)}.")
    return value


def _sort(kind: str, word: str, tables: Mapping[str, Mapping[str, Parameter]]) -> tuple[str, bool]:
    name = word.removeprefix("-")
    if name not in tables[kind]:
        raise refused("_sort", f"asks for an order by something unknown. Known are: {', '.join(sorted(tables[kind]))}.")
    return name, word.startswith("-")


def _include(
    base: str, value: str, asked_kind: str, tables: Mapping[str, Mapping[str, Parameter]]
) -> tuple[str, str, str]:
    parts = value.split(":")
    if len(parts) not in (2, 3) or parts[0] not in tables:
        if value == "*" and base == "_include":
            return asked_kind, "*", ""
        raise refused(base, "is written Kind:parameter, such as Observation:subject.")
    kind, name = parts[:2]
    parameter = tables[kind].get(name)
    if name != "*" and (parameter is None or parameter.type != "reference"):
        raise refused(base, f"names '{name[:64]}', which is no reference of {kind}.")
    return kind, name, parts[2] if len(parts) == 3 else ""


def _condition(
    asked: Asked, name: str, value: str, tables: Mapping[str, Mapping[str, Parameter]], *, lenient: bool
) -> None:
    known = tables[asked.kind]
    written, _, chain = name.partition(".")
    base, _, modifier = written.partition(":")
    parameter = known.get(base)
    if parameter is None:
        if lenient:
            asked.query.pop()
            return
        listed = ", ".join(sorted(known))
        raise refused(
            base, f"is not a search parameter of {asked.kind} here. Known are: {listed}.", code="not-supported"
        )
    if modifier and not _modifies(parameter, modifier):
        allowed = ", ".join(MODIFIERS[parameter.type])
        raise refused(name, f"has a modifier that is not known here. '{base}' takes: {allowed}.", code="not-supported")
    if chain and (parameter.type != "reference" or modifier == "missing"):
        raise refused(name, f"looks through '{base}', which points to nothing.", code="not-supported")
    if chain and not any(
        chain.partition(":")[0] in tables[kind] for kind in ([modifier] if modifier in tables else tables)
    ):
        words = f"asks '{chain[:64]}' of what '{base}' points to, which is no search parameter of it here."
        raise refused(name, words, code="not-supported")
    values = tuple(each.replace("\\,", ",") for each in _VALUES.split(value))
    for each in values:
        if why := "" if chain and each else unreadable(parameter, modifier, each):
            raise refused(name, why)
    asked.wanted.append(Wanted(parameter, modifier, values, chain))


def _modifies(parameter: Parameter, modifier: str) -> bool:
    return modifier in MODIFIERS[parameter.type] or (parameter.type == "reference" and modifier in TYPES)
