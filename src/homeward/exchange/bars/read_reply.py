"""What does a partner's answer to a message mean: it has it, it will not have it, or it may have it later?"""

import json
from collections.abc import Mapping
from typing import Any

from homeward.exchange.channels.wire import Reply
from homeward.exchange.rules.trying import Outcome

LATER = (0, 408, 425, 429)
NEVER = (501, 505)


def read_reply(reply: Reply) -> Outcome:
    """2xx in FHIR is an arrival; 4xx names what is wrong and goes to a human; no answer and 5xx are tried again."""
    tree = _tree(reply.body)
    issue = _issue(tree)
    words = _words(issue) or reply.trouble or f"The partner’s system answered {reply.status}."
    if reply.status in LATER or (reply.status >= 500 and reply.status not in NEVER):
        return Outcome(result="again", words=words, wait_seconds=reply.wait_seconds)
    if issue.get("code") == "duplicate":
        return Outcome(result="arrived", words="They had it already.")
    if 200 <= reply.status < 300:
        if not tree.get("resourceType"):
            return Outcome(
                result="again", words="Something answered, but not in FHIR, so it cannot be taken for an arrival."
            )
        if issue.get("severity") in ("error", "fatal"):
            return Outcome(result="refused", words=words, element=_element(issue))
        return Outcome(result="arrived", words="The partner’s system has it.", provider_id=_theirs(tree))
    return Outcome(result="refused", words=words, element=_element(issue))


def _tree(body: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _issue(tree: Mapping[str, Any]) -> Mapping[str, Any]:
    """The worst issue of an OperationOutcome; empty when there is none."""
    if tree.get("resourceType") != "OperationOutcome":
        return {}
    issues = [each for each in tree.get("issue") or () if isinstance(each, dict)]
    order = ("fatal", "error", "warning", "information")
    return min(
        issues, key=lambda each: order.index(each["severity"]) if each.get("severity") in order else 9, default={}
    )


def _words(issue: Mapping[str, Any]) -> str:
    details = issue.get("details") or {}
    coding: Mapping[str, Any] = next(iter(details.get("coding") or ()), {})
    said = issue.get("diagnostics") or details.get("text") or coding.get("display") or coding.get("code") or ""
    return " ".join(str(said).split())[:500]


def _element(issue: Mapping[str, Any]) -> str:
    named = [*(issue.get("expression") or ()), *(issue.get("location") or ())]
    return str(named[0])[:200] if named else ""


def _theirs(tree: Mapping[str, Any]) -> str:
    """Their id of the request, else of their answer."""
    for entry in tree.get("entry") or ():
        resource = entry.get("resource") or {}
        if resource.get("resourceType") == "ServiceRequest" and resource.get("id"):
            return str(resource["id"])
    return str(tree.get("id", ""))
