"""Does this address of a web page belong to an app that is registered here?"""

from django.db.models import Q

from homeward.access.models import ApiClient
from homeward.access.rules.redirects import is_address_of_app, origin_of


def is_origin_of_app(origin: str) -> bool:
    """Is `origin`, such as 'https://app.example', where an open app said that people are sent back to?"""
    if not is_address_of_app(origin) or origin_of(origin) != origin:
        return False
    under = Q(redirect_uris__contains=[origin]) | Q(redirect_uris__icontains=f"{origin}/")
    apps = ApiClient.objects.filter(under, closed_at=None).exclude(redirect_uris=[])
    return any(origin_of(uri) == origin for uris in apps.values_list("redirect_uris", flat=True) for uri in uris)
