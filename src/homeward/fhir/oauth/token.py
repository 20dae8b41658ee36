"""Who may have a token? A client that shows its secret (OAuth 2 client credentials, RFC 6749 sections 2.3, 4.4 and 5)."""

import base64
import binascii
from datetime import UTC, datetime
from urllib.parse import unquote_plus

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from homeward.access.api import issue_token
from homeward.foundation.errors import Invalid, NotPermitted

LONGEST = 8 * 1024


@csrf_exempt
def token(request: HttpRequest) -> JsonResponse:
    """POST a form: grant_type, optional scope, and the client by HTTP Basic or in the form."""
    if request.method != "POST":
        return _refused("invalid_request", "Ask for a token with POST.", status=405)
    if (
        not (request.headers.get("Content-Length") or "0").isdigit()
        or int(request.headers.get("Content-Length") or 0) > LONGEST
    ):
        return _refused("invalid_request", "The request is too long.", status=413)
    try:
        form = request.POST
    except (RequestDataTooBig, TooManyFieldsSent, UnicodeDecodeError):
        return _refused("invalid_request", "The form cannot be read.")
    if form.get("grant_type") != "client_credentials":
        return _refused("unsupported_grant_type", "The grant type here is client_credentials.")
    client_id, secret = _credentials(request)
    if not client_id or not secret:
        return _refused("invalid_client", "Send the client's id and secret.", status=401)
    try:
        issued = issue_token(client_id=client_id, secret=secret, scope=form.get("scope", ""), at=datetime.now(UTC))
    except NotPermitted as refusal:
        return _refused("invalid_client", refusal.message, status=401)
    except Invalid as refusal:
        return _refused("invalid_scope", refusal.message)
    answer = {
        "access_token": issued.token,
        "token_type": "Bearer",
        "expires_in": issued.expires_in,
        "scope": " ".join(issued.scopes),
    }
    return _sent(answer, status=200)


def _credentials(request: HttpRequest) -> tuple[str, str]:
    kind, _, coded = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() == "basic":
        try:
            client_id, _, secret = base64.b64decode(coded.strip(), validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError, ValueError):
            return "", ""
        return _kept(unquote_plus(client_id)), _kept(unquote_plus(secret))
    return _kept(request.POST.get("client_id", "")), _kept(request.POST.get("client_secret", ""))


def _kept(text: str) -> str:
    """Text that can be looked up: the database holds no NUL."""
    return "" if "\x00" in text else text


def _refused(error: str, words: str, *, status: int = 400) -> JsonResponse:
    response = _sent({"error": error, "error_description": words}, status=status)
    if status == 401:
        response["WWW-Authenticate"] = 'Basic realm="Homeward"'
    if status == 405:
        response["Allow"] = "POST"
    return response


def _sent(answer: dict[str, object], *, status: int) -> JsonResponse:
    response = JsonResponse(answer, status=status)
    response["Cache-Control"] = "no-store"
    response["Pragma"] = "no-cache"
    return response
