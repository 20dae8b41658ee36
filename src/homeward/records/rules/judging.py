"""Can this resource be taken, by the place's declared policy, and what is odd about it?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from homeward.foundation import nhs_number
from homeward.foundation.r4.issues import Issue
from homeward.foundation.r4.validate import SEARCHING, examine, plainly_sound
from homeward.grammar.api import ImportPolicy
from homeward.records.rules.moments import moment_of
from homeward.records.rules.patient import told_by
from homeward.records.vocabulary import FOUND, NHS_NUMBER

MOST_REASONS = 10


@dataclass(frozen=True, kw_only=True)
class Judged:
    """The tree, if it could be read; why it is refused (empty: it is not); and what it is marked with."""

    tree: dict[str, Any] | None
    refused: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


def judge(body: bytes, *, policy: ImportPolicy, source: str, at: datetime) -> Judged:
    """What the policy says of it. Every reason is a sentence that names the element."""
    tree: dict[str, Any] | None = plainly_sound(body)
    issues: list[Issue] = []
    if tree is None or (SEARCHING.search(body) and policy.treatment("searching_reference", source=source) != "accept"):
        tree, issues = examine(body)
    faults: list[tuple[str, str]] = [(issue.rule, issue.diagnostics) for issue in issues if issue.severity != "warning"]
    flags = [issue.diagnostics for issue in issues if issue.severity == "warning"]
    if tree is not None:
        faults += [*_dates(tree, at), *_persons(tree)]
    refused: list[str] = []
    for fault, words in faults:
        treatment = policy.treatment(fault, source=source) if tree is not None else "refuse"
        if treatment != "accept":
            (refused if treatment == "refuse" else flags).append(words)
    return Judged(tree=tree, refused=tuple(refused[:MOST_REASONS]), flags=tuple(flags[:MOST_REASONS]))


def _dates(tree: Mapping[str, Any], at: datetime) -> Iterator[tuple[str, str]]:
    """What was found or done cannot lie in the future; a day is allowed for clocks and time zones."""
    kind = str(tree.get("resourceType"))
    for member in FOUND.get(kind, ()):
        moment = moment_of(tree.get(member))
        if moment is not None and moment > at + timedelta(days=1):
            yield "future_date", f"'{kind}.{member}' is {str(tree[member])[:40]}, which is in the future."


def _persons(tree: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if tree.get("resourceType") != "Patient":
        return
    if not told_by(tree).family.strip():
        yield "nameless_patient", "'Patient.name' is missing, so only a number tells this person from others."
    if not isinstance(tree.get("identifier"), list):
        return
    for index, each in enumerate(tree["identifier"]):
        if isinstance(each, dict) and each.get("system") == NHS_NUMBER and each.get("value"):
            if not nhs_number.is_valid(str(each["value"])):
                where = f"Patient.identifier[{index}].value"
                yield "wrong_nhs_number", f"'{where}' is '{str(each['value'])[:20]}', which is not an NHS number."
