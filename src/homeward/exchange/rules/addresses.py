"""May we call this address? Only over HTTPS and only outside our own network, so that nobody makes us knock at inner doors."""

from ipaddress import ip_address
from urllib.parse import urlsplit

_OURSELVES = ("127.0.0.1", "localhost", "::1")


def is_public(address: str) -> bool:
    """An address of the open internet: not private, local, reserved or multicast."""
    found = ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None)
    if mapped is not None:
        found = mapped
    return found.is_global and not found.is_multicast


def fault_of(url: str, *, private: bool) -> str:
    """Why an endpoint cannot be called, in a sentence; '' when it can. `private`: this house may call its own network."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "The endpoint is not an address."
    if parts.scheme not in ("http", "https") or not host:
        return "The endpoint must be an address that begins with https://."
    if parts.username or parts.password:
        return "The endpoint must not carry a name or password. Send them as a header."
    if parts.scheme != "https" and not (private and host in _OURSELVES):
        return "The endpoint must begin with https://."
    if port == 0:
        return "The endpoint names no port that can be called."
    if private:
        return ""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return "The endpoint is on this machine or its own network, which is not called."
    try:
        return "" if is_public(host) else "The endpoint is on a private network, which is not called."
    except ValueError:
        return ""  # a name: what it leads to is looked at each time it is called
