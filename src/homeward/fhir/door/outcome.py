"""How is a refusal said in FHIR: an OperationOutcome, its codes and its HTTP status?"""

from collections.abc import Iterable
from typing import Any

from homeward.fhir.bars.vocabulary import ERROR_CODES
from homeward.foundation.errors import Clash, Invalid, NotFound, NotPermitted, Refused
from homeward.foundation.r4.issues import Faulty, Issue, IssueCode

# BaRS names what went wrong by who found it: REC_ is the receiver, which is us.
BARS_CODES = {
    400: "REC_BAD_REQUEST", 401: "REC_UNAUTHORIZED", 403: "REC_FORBIDDEN", 404: "REC_NOT_FOUND",
    405: "SEND_METHOD_NOT_ALLOWED", 406: "REC_NOT_ACCEPTABLE", 408: "REC_TIMEOUT", 409: "REC_CONFLICT",
    411: "REC_BAD_REQUEST", 412: "REC_CONFLICT", 413: "REC_BAD_REQUEST", 415: "REC_BAD_REQUEST",
    422: "REC_UNPROCESSABLE_ENTITY", 429: "SEND_TOO_MANY_REQUESTS", 500: "REC_SERVER_ERROR",
    501: "REC_NOT_IMPLEMENTED", 503: "REC_SERVICE_UNAVAILABLE",
}  # fmt: skip
REFUSALS: tuple[tuple[type[Refused], int, IssueCode], ...] = (
    (NotPermitted, 403, "forbidden"),
    (NotFound, 404, "not-found"),
    (Clash, 409, "conflict"),
    (Invalid, 422, "invalid"),
    (Refused, 422, "business-rule"),
)


def operation_outcome(issues: Iterable[Issue], *, status: int) -> dict[str, Any]:
    """The OperationOutcome that says these issues."""
    return {"resourceType": "OperationOutcome", "issue": [_issue(each, status) for each in issues]}


def _issue(issue: Issue, status: int) -> dict[str, Any]:
    said: dict[str, Any] = {"severity": issue.severity, "code": issue.code, "diagnostics": issue.diagnostics}
    if status in BARS_CODES:
        said["details"] = {"coding": [{"system": ERROR_CODES, "code": BARS_CODES[status]}], "text": issue.diagnostics}
    if issue.expression:
        said["expression"] = [issue.expression]
    return said


def fault_of(refusal: Refused) -> Faulty:
    """A refusal of the house as a fault with its status: the sentence, and what to do now."""
    status, code = next((status, code) for kind, status, code in REFUSALS if isinstance(refusal, kind))
    words = f"{refusal.message} {refusal.next_step}".strip()
    return Faulty(Issue(code=code, diagnostics=words, expression=refusal.field or ""), status=status)
