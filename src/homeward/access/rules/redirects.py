"""To which addresses may somebody be sent back to an app? (OAuth 2.1: exact, over TLS, or on the user's own machine)"""

from urllib.parse import urlsplit

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def is_address_of_app(uri: str) -> bool:
    """May this be registered? A whole https address without fragment, wildcard or password; http only on the user's own machine."""
    if not uri.isascii() or not uri.isprintable() or any(each in uri for each in " \\*#\"'<>") or len(uri) > 500:
        return False
    try:
        parts = urlsplit(uri)
        host = parts.hostname or ""
        _ = parts.port  # raises when it is no number
    except ValueError:
        return False
    if "@" in parts.netloc or not host:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK)


def origin_of(uri: str) -> str:
    """'https://app.example:8443' of a whole address."""
    parts = urlsplit(uri)
    return f"{parts.scheme}://{parts.netloc}"
