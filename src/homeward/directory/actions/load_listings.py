"""How are organisations, teams, offers and promised names taken over from the declarations?"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models

from homeward.directory.models import HealthcareService, NamedContact, Organisation, Team
from homeward.grammar.api import Place, fingerprint


def organisations(here: Place, *, day: date) -> None:
    """Every declared organisation; one no longer declared has this as its last day."""
    rows = [
        Organisation(
            code=each.code, name=each.name, kind=each.kind, ods_code=each.ods_code, part_of_code=each.part_of,
            telephone=each.telephone, postcode=each.postcode, owner_code=each.owner, review_on=each.review_by,
            valid_from=each.valid_from, valid_to=each.valid_to,
        )
        for each in here.organisations.values()
    ]  # fmt: skip
    take_over(Organisation, rows, day=day)


def teams(here: Place, *, day: date) -> None:
    """Every declared team, valid from the day it was first seen."""
    rows = [
        Team(
            code=each.code, name=each.name, kind=each.kind, organisation_code=each.organisation,
            area_codes=list(each.areas), calendar_code=each.calendar, hub=each.hub, proposal=each.proposal,
            telephone=each.telephone, owner_code=each.owner, review_on=each.review_by, valid_from=day,
        )
        for each in here.teams.values()
    ]  # fmt: skip
    take_over(Team, rows, day=day, keep={"valid_from"})


def offers(here: Place, *, day: date) -> None:
    """One row for each team that gives a service."""
    rows = [
        HealthcareService(
            code=f"{service.code}.{provider.team}", service_code=service.code, team_code=provider.team,
            area_codes=list(provider.areas), title=service.title, fingerprint=fingerprint(service),
            owner_code=service.owner, review_on=service.review_by, valid_from=day,
        )
        for service in here.services.values()
        for provider in service.providers
    ]  # fmt: skip
    take_over(HealthcareService, rows, day=day, keep={"valid_from"})


def contacts(here: Place, *, day: date) -> None:
    """Every promised name; a name its owner has filled in is left alone."""
    edited = set(NamedContact.objects.filter(edited_at__isnull=False).values_list("code", flat=True))
    rows = [
        NamedContact(
            code=each.code, area_code=each.area, title=each.title, person_name=each.person, telephone=each.telephone,
            owner_code=each.owner, review_on=each.review_by, valid_from=day,
        )
        for each in here.contacts.values()
    ]  # fmt: skip
    own = {"person_name", "telephone", "edited_at"}
    take_over(NamedContact, [row for row in rows if row.code not in edited], day=day, keep={"valid_from", "edited_at"})
    take_over(NamedContact, [row for row in rows if row.code in edited], day=day, keep={"valid_from", *own})
    _withdraw(NamedContact, {row.code for row in rows}, day=day)


def take_over(table: type[models.Model], rows: Iterable[Any], *, day: date, keep: Iterable[str] = ()) -> None:
    """Insert or renew rows by code, leaving the columns in `keep` as they are; then date what is gone (contacts apart)."""
    rows = list(rows)
    renewed = [field.name for field in table._meta.concrete_fields if field.name not in {"code", *keep}]
    table._default_manager.bulk_create(
        rows, update_conflicts=True, unique_fields=["code"], update_fields=renewed, batch_size=500
    )
    if table is not NamedContact:
        _withdraw(table, {row.code for row in rows}, day=day)


def _withdraw(table: type[models.Model], declared: set[str], *, day: date) -> None:
    table._default_manager.filter(valid_to__isnull=True).exclude(code__in=declared).update(valid_to=day)
