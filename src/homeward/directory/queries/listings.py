"""What is listed now: areas by kind, offers by service, and when was each listing last confirmed?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from homeward.directory.models import Area, Confirmation, HealthcareService


@dataclass(frozen=True, kw_only=True)
class AreaRow:
    """An area as it stands, with the names an owner has given it."""

    code: str
    name: str
    kind: str
    named: bool
    national_code: str | None


@dataclass(frozen=True, kw_only=True)
class OfferRow:
    """One service as one team offers it."""

    code: str
    service_code: str
    team_code: str
    title: str
    area_codes: tuple[str, ...]
    fingerprint: str


def areas_listed(kind: str, *, on: date) -> Sequence[AreaRow]:
    """The areas of a kind that stand on a day, by name."""
    standing = Area.objects.filter(kind=kind, valid_from__lte=on).exclude(valid_to__lt=on)
    rows = standing.order_by("name").values("code", "name", "kind", "named", "national_code")
    return [AreaRow(**row) for row in rows]


def area_name(code: str | None) -> str:
    """An area's name as its owner has it; empty for None, the code itself when unknown."""
    if not code:
        return ""
    return Area.objects.filter(code=code).values_list("name", flat=True).first() or code


def area_names() -> dict[str, str]:
    """Every area's name by code."""
    return dict(Area.objects.values_list("code", "name"))


def offers_of(service_code: str) -> Sequence[OfferRow]:
    """The teams that offer a service now, and where."""
    rows = HealthcareService.objects.filter(service_code=service_code, valid_to__isnull=True).order_by("team_code")
    fields = ("code", "service_code", "team_code", "title", "area_codes", "fingerprint")
    return [OfferRow(**{**row, "area_codes": tuple(row["area_codes"])}) for row in rows.values(*fields)]


def last_confirmed(kind: str) -> dict[str, datetime]:
    """For each listing of a kind ('service', 'team', 'organisation', 'area'), when somebody last confirmed it."""
    found = Confirmation.objects.filter(kind=kind).values("code").annotate(last=Max("at"))
    return {row["code"]: row["last"] for row in found}
