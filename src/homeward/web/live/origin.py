"""Which pages may open the pushes? Those of this Homeward alone, since the session's cookie comes along."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import validate_host


def host_is_ours(host: str) -> bool:
    """Is this one of the names that Homeward answers to?"""
    return validate_host(_name(host), settings.ALLOWED_HOSTS)


def origin_is_ours(origin: str, host: str) -> bool:
    """May a page at `origin` read from this `host`? The public address, or the same name at the pages' port."""
    if origin == _bare(settings.HOMEWARD_PUBLIC_URL):
        return True
    there = urlsplit(origin)
    same_name = (there.hostname or "") == _name(host).strip("[]")
    return same_name and there.port == settings.HOMEWARD_PORT


def _bare(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _name(host: str) -> str:
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    return name.lower()
