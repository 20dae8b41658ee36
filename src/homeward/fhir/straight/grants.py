"""Who held this token the last time it went the long way? Kept in memory; the database asks anew each time whether it is still good."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from homeward.access.api import consent, may_see
from homeward.directory.api import place
from homeward.fhir.rules.scopes import covers
from homeward.fhir.search.table import PARAMETERS
from homeward.fhir.straight.asking import element
from homeward.foundation.actions import Actor

MOST = 1000


@dataclass(frozen=True, kw_only=True)
class Grant:
    """What the database must be told to open records for the holder, each as an element of an array, and what it may be asked for."""

    token: bytes
    actor: Actor
    kinds: frozenset[str]
    asker: bytes
    needs_relation: bytes
    care: bytes
    partners: bytes
    seen: bytes


_grants: dict[str, Grant] = {}  # by the whole Authorization header
_bases: dict[tuple[str, str], str] = {}


def digest(token: str) -> bytes:
    """The token as a bytea: only its SHA-256 is kept or asked about."""
    return element("\\x" + hashlib.sha256(token.encode()).hexdigest())


def remember(token: str, actor: Actor, scopes: tuple[str, ...]) -> None:
    """A token that was found good on the long way."""
    if actor.kind != "partner":
        return
    if f"Bearer {token}" in _grants:
        return
    if len(_grants) >= MOST:
        _grants.clear()
    role = place().roles.get(actor.role)
    care = consent.care_purpose()
    seen = ["", *(code for code in place().sensitivities if may_see(actor, code))]
    _grants[f"Bearer {token}"] = Grant(
        token=digest(token),
        actor=actor,
        kinds=frozenset(name for name in PARAMETERS if covers(scopes, f"system/{name}.rs")),
        asker=element(actor.organisation),
        needs_relation=b"t" if role is None or role.needs_relationship else b"f",
        care=element(care),
        partners=array([*consent.partners_of(actor.organisation)]),
        seen=array(seen),
    )


def known(authorization: str) -> Grant | None:
    """The holder, when this Authorization header went the long way before."""
    return _grants.get(authorization)


def remember_base(host: str, forwarded: str, base: str) -> None:
    """The address under which this host was found to be ours."""
    if len(_bases) < 100:
        _bases[(host, forwarded)] = base


def base_of(host: str, forwarded: str) -> str | None:
    """The address of the FHIR base as this host sees it, when it went the long way before."""
    return _bases.get((host, forwarded))


def forget() -> None:
    """Nothing is known: for tests, and when another place is loaded."""
    _grants.clear()
    _bases.clear()


def array(values: Sequence[str]) -> bytes:
    """Texts as an array, which is an element itself."""
    return element("{" + ",".join(element(str(each)).decode() for each in values) + "}")
