"""What did a declaration say when something began under it?"""

from functools import lru_cache
from typing import Any

from homeward.directory.models import Declaration
from homeward.directory.queries.place import place
from homeward.grammar.api import Service, fingerprint, from_json


def fingerprint_of(kind: str, code: str) -> str:
    """The fingerprint of today's declaration of that kind ('Service', 'Clock'…) and code."""
    return _marks(id(place()))[kind, code]


def version(kind: str, mark: str) -> Any:
    """The declaration of `kind` whose meaning has the fingerprint `mark`: today's when it is the same, else the kept one.

    Raises KeyError when no such version was ever declared here.
    """
    for (each_kind, code), each_mark in _marks(id(place())).items():
        if each_mark == mark and each_kind == kind:
            return _today(kind, code)
    return _kept(kind, mark)


def service_version(mark: str) -> Service:
    """The service as it stood under this fingerprint."""
    found: Service = version("Service", mark)
    return found


def _today(kind: str, code: str) -> Any:
    return _by_kind(id(place()))[kind, code]


@lru_cache(maxsize=4)
def _by_kind(_place: int) -> dict[tuple[str, str], Any]:
    return {(type(each).__name__, each.code): each for each in place().all_declarations()}


@lru_cache(maxsize=4)
def _marks(_place: int) -> dict[tuple[str, str], str]:
    return {key: fingerprint(each) for key, each in _by_kind(_place).items()}


@lru_cache(maxsize=512)
def _kept(kind: str, mark: str) -> Any:
    row = Declaration.objects.filter(kind=kind, fingerprint=mark).values_list("body", flat=True).first()
    if row is None:
        raise KeyError(f"No {kind} was ever declared here under {mark}.")
    return from_json(row)
