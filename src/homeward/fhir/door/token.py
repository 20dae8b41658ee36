"""Which partner is asking, or for whom does an app ask, and is this within the scopes of the token?"""

from datetime import datetime

from django.http import HttpRequest

from homeward.access.api import Bearer, bearer, may_read
from homeward.fhir.rules.scopes import covers
from homeward.fhir.straight.grants import remember
from homeward.foundation.errors import NotPermitted
from homeward.foundation.r4.issues import Faulty, Issue, IssueCode


def holder_of(request: HttpRequest, *, scope: str, at: datetime) -> Bearer:
    """Who asks, and within which scopes. Faulty 401 without a living token, 403 outside its scopes."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not token.strip():
        raise _fault(401, "login", "Send a token: Authorization: Bearer … Ask for one at /oauth/token.")
    try:
        holder = bearer(token.strip(), at)
    except NotPermitted as refusal:
        raise _fault(401, "login", f"{refusal.message} {refusal.next_step}".strip()) from None
    if not covers(holder.scopes, scope):
        raise _fault(403, "forbidden", f"This token does not have the scope '{scope}' that this address needs.")
    if not may_read(holder.actor):
        raise _fault(403, "forbidden", "The role of the one who let this app in does not open people's records.")
    remember(token.strip(), holder.actor, holder.scopes)
    return holder


def _fault(status: int, code: IssueCode, words: str) -> Faulty:
    return Faulty(Issue(code=code, diagnostics=words), status=status)
