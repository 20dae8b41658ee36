"""Who may have a token? A client that shows its secret, or an app that somebody let in (OAuth 2, RFC 6749 sections 2.3, 4 to 6)."""

import base64
import binascii
from datetime import UTC, datetime
from urllib.parse import unquote_plus

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from homeward.access.api import AppTokens, issue_token, redeem_code, refresh_tokens, revoke_app_token
from homeward.fhir.oauth.identity import id_token
from homeward.foundation.errors import Invalid, NotPermitted
from homeward.people.api import current_id

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
    answers = {"client_credentials": _for_itself, "authorization_code": _for_a_code, "refresh_token": _again}
    answer = answers.get(form.get("grant_type", ""))
    if answer is None:
        return _refused("unsupported_grant_type", f"The grant types here are {', '.join(answers)}.")
    client_id, secret = _credentials(request)
    if not client_id:
        return _refused("invalid_client", "Send the client's id and secret.", status=401)
    try:
        return _sent(answer(request, client_id, secret), status=200)
    except NotPermitted as refusal:
        return _refused("invalid_client", refusal.message, status=401)
    except Invalid as refusal:
        return _refused("invalid_scope" if refusal.field == "scope" else "invalid_grant", refusal.message)


@csrf_exempt
def revoke(request: HttpRequest) -> JsonResponse:
    """POST a form: token, and the client as for a token (RFC 7009). What is not known is no fault."""
    if request.method != "POST":
        return _refused("invalid_request", "End a token with POST.", status=405)
    client_id, secret = _credentials(request)
    try:
        revoke_app_token(client_id=client_id, secret=secret, token=request.POST.get("token", ""), at=datetime.now(UTC))
    except NotPermitted as refusal:
        return _refused("invalid_client", refusal.message, status=401)
    return _sent({}, status=200)


def _for_itself(request: HttpRequest, client_id: str, secret: str) -> dict[str, object]:
    issued = issue_token(client_id=client_id, secret=secret, scope=request.POST.get("scope", ""), at=datetime.now(UTC))
    return {
        "access_token": issued.token,
        "token_type": "Bearer",
        "expires_in": issued.expires_in,
        "scope": " ".join(issued.scopes),
    }


def _for_a_code(request: HttpRequest, client_id: str, secret: str) -> dict[str, object]:
    form = request.POST
    at = datetime.now(UTC)
    made = redeem_code(
        client_id=client_id, secret=secret, code=form.get("code", ""), redirect_uri=form.get("redirect_uri", ""),
        verifier=form.get("code_verifier", ""), at=at,
    )  # fmt: skip
    return _to_app(request, made, at=at)


def _again(request: HttpRequest, client_id: str, secret: str) -> dict[str, object]:
    form = request.POST
    at = datetime.now(UTC)
    made = refresh_tokens(
        client_id=client_id, secret=secret, token=form.get("refresh_token", ""), scope=form.get("scope", ""), at=at
    )
    return _to_app(request, made, at=at)


def _to_app(request: HttpRequest, made: AppTokens, *, at: datetime) -> dict[str, object]:
    """The tokens with their context: whose record (SMART's 'patient'), and who signed in."""
    said: dict[str, object] = {
        "access_token": made.access,
        "token_type": "Bearer",
        "expires_in": made.expires_in,
        "scope": " ".join(made.scopes),
    }
    if made.refresh:
        said["refresh_token"] = made.refresh
    if made.person_id is not None:
        said |= {"patient": str(current_id(made.person_id)), "need_patient_banner": True}
    if "openid" in made.scopes:
        issuer = request.build_absolute_uri("/").rstrip("/")
        said["id_token"] = id_token(made, issuer=issuer, base=f"{issuer}/fhir/R4", at=at)
    return said


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
