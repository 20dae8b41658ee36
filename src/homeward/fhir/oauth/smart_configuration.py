"""Where does a partner ask for a token, and what may it ask for? (SMART App Launch 2, /.well-known/smart-configuration)"""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from homeward.fhir.rules.scopes import KNOWN


@require_safe
def smart_configuration(request: HttpRequest) -> JsonResponse:
    """What this server can do for a backend service."""
    return JsonResponse(
        {
            "issuer": request.build_absolute_uri("/").rstrip("/"),
            "token_endpoint": request.build_absolute_uri("/oauth/token"),
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "grant_types_supported": ["client_credentials"],
            "scopes_supported": list(KNOWN),
            "capabilities": ["client-confidential-symmetric", "permission-v1", "permission-v2"],
        }
    )
