"""What is wrong with what was sent, where, and how is that said in FHIR?"""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["fatal", "error", "warning", "information"]
# FHIR R4 issue-type codes that this house uses.
IssueCode = Literal[
    "invalid", "structure", "required", "value", "invariant", "too-long", "not-supported", "duplicate", "not-found",
    "conflict", "business-rule", "multiple-matches", "forbidden", "login", "expired", "security", "throttled",
    "exception", "processing", "informational", "transient",
]  # fmt: skip


# Which rule was broken, so that a place can declare what is done about it.
Rule = Literal[
    "structure", "unknown_element", "unknown_code", "impossible_date", "bad_reference", "searching_reference", "id", "character"
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Issue:
    """One fault: `expression` is a FHIRPath to the element ('' = the whole), `diagnostics` a sentence."""

    code: IssueCode
    diagnostics: str
    expression: str = ""
    severity: Severity = "error"
    rule: Rule = "structure"


@dataclass(frozen=True, kw_only=True)
class Resource:
    """A sound resource: its type, the parsed tree, the text it was read from and what to be careful about."""

    type: str
    tree: dict[str, object]
    text: str
    warnings: tuple[Issue, ...] = ()


class Faulty(Exception):
    """What was sent cannot be used. `issues` say why; `status` is the HTTP status to answer with."""

    def __init__(self, *issues: Issue, status: int = 400) -> None:
        super().__init__("; ".join(issue.diagnostics for issue in issues))
        self.issues = issues
        self.status = status
