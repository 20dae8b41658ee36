"""Where does a partner ask for a token, and what may it ask for? (SMART App Launch 2, /.well-known/smart-configuration)"""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from homeward.access.api import FOR_APPS, LAUNCH, scopes_that_send
from homeward.directory.api import place
from homeward.fhir.oauth.identity import ALGORITHM, public_keys
from homeward.fhir.rules.scopes import KNOWN

CAPABILITIES = (
    "launch-ehr", "launch-standalone", "client-public", "client-confidential-symmetric", "sso-openid-connect",
    "context-ehr-patient", "context-standalone-patient", "context-banner", "permission-offline", "permission-online",
    "permission-patient", "permission-user", "permission-v1", "permission-v2",
)  # fmt: skip


@require_safe
def smart_configuration(request: HttpRequest) -> JsonResponse:
    """What this server can do for a backend service and for an app that somebody lets in."""
    return _open(request, {**_addresses(request), **_can(), "capabilities": list(CAPABILITIES)})


@require_safe
def openid_configuration(request: HttpRequest) -> JsonResponse:
    """The same for those who only ask who signed in (OpenID Connect Discovery 1.0)."""
    more = {"subject_types_supported": ["public"], "id_token_signing_alg_values_supported": [ALGORITHM]}
    return _open(request, {**_addresses(request), **_can(), **more})


@require_safe
def key_set(request: HttpRequest) -> JsonResponse:
    """The keys with which id tokens are checked."""
    return _open(request, public_keys())


def _addresses(request: HttpRequest) -> dict[str, object]:
    host = request.build_absolute_uri("/").rstrip("/")
    return {
        "issuer": host,
        "jwks_uri": f"{host}/.well-known/jwks.json",
        "authorization_endpoint": f"{host}/oauth/authorize",
        "token_endpoint": f"{host}/oauth/token",
        "revocation_endpoint": f"{host}/oauth/revoke",
        "management_endpoint": f"{host}/apps/",
    }


def _can() -> dict[str, object]:
    return {
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "none"],
        "grant_types_supported": ["authorization_code", "refresh_token", "client_credentials"],
        "response_types_supported": ["code"],
        "code_challenge_methods_supported": ["S256"],
        "scopes_supported": [*LAUNCH, *FOR_APPS, *scopes_that_send(_sent_by_apps()), *KNOWN],
    }


def _sent_by_apps() -> list[str]:
    """The kinds that somebody's app may send here."""
    return sorted({kind for role in place().roles.values() for kind in role.apps_send})


def _open(request: HttpRequest, said: dict[str, object]) -> JsonResponse:
    """Anybody may read this, a script of another site too."""
    response = JsonResponse(said)
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "max-age=300"
    return response
