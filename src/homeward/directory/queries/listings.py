"""What is listed now: areas by kind, offers by service, and when was each listing last confirmed?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, QuerySet

from homeward.directory.models import Area, AreaMembership, Confirmation, HealthcareService


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


def parts_of(code: str, *, on: date) -> Sequence[AreaRow]:
    """The areas that lie within this one on a day, wholly or in part, by kind and name."""
    return _rows(_standing_links(on).filter(whole_code=code).values_list("part_code", flat=True))


def wholes_of(code: str, *, on: date) -> Sequence[AreaRow]:
    """The areas that this one lies within on a day, by kind and name."""
    return _rows(_standing_links(on).filter(part_code=code).values_list("whole_code", flat=True))


def area(code: str) -> AreaRow | None:
    """One area, with the name its owner has given it."""
    return next(iter(_rows([code])), None)


def _standing_links(on: date) -> QuerySet[AreaMembership]:
    return AreaMembership.objects.filter(valid_from__lte=on).exclude(valid_to__lt=on)


def _rows(codes: Iterable[str]) -> Sequence[AreaRow]:
    rows = Area.objects.filter(code__in=list(codes)).order_by("kind", "name")
    return [AreaRow(**row) for row in rows.values("code", "name", "kind", "named", "national_code")]


def offers_of(service_code: str) -> Sequence[OfferRow]:
    """The teams that offer a service now, and where."""
    rows = HealthcareService.objects.filter(service_code=service_code, valid_to__isnull=True).order_by("team_code")
    fields = ("code", "service_code", "team_code", "title", "area_codes", "fingerprint")
    return [OfferRow(**{**row, "area_codes": tuple(row["area_codes"])}) for row in rows.values(*fields)]


def last_confirmed(kind: str) -> dict[str, datetime]:
    """For each listing of a kind ('service', 'team', 'organisation', 'area'), when somebody last confirmed it."""
    found = Confirmation.objects.filter(kind=kind).values("code").annotate(last=Max("at"))
    return {row["code"]: row["last"] for row in found}
