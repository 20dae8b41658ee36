"""How do the place's declarations become rows? All at once, repeatably; what is withdrawn is dated, never deleted."""

import hashlib
import json
from datetime import date, datetime

from django.db import transaction

from homeward.directory.actions import load_areas, load_listings
from homeward.directory.models import Declaration, Loading
from homeward.directory.queries.place import place
from homeward.foundation import events
from homeward.foundation.errors import Refused
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.grammar.api import Place, as_json, check, fingerprint, kind_of


def load_place(at: datetime) -> bool:
    """Take over the declarations when they differ from what the tables hold; True when something was written."""
    here = place()
    digest = digest_of(here)
    if Loading.objects.filter(digest=digest).exists():
        return False
    _refuse_unsound(here, day=london_day(at))
    with transaction.atomic():
        _take_over(here, day=london_day(at), at=at)
        Loading.objects.update_or_create(
            only=True,
            defaults={"place_code": here.code, "digest": digest, "loaded_at": at, "revision": new_id()},
        )
        events.append(_event(here, digest=digest, at=at))
    return True


def _refuse_unsound(here: Place, *, day: date) -> None:
    """A place with a fault in it does not start; one whose review is merely overdue does."""
    faults = [each.words for each in check(here, day) if each.stops]
    if faults:
        raise Refused(
            f"{here.name} cannot be loaded: {len(faults)} to put right. {' '.join(faults[:3])}",
            next_step="Run 'homeward place check' to see them all.",
        )


def _take_over(here: Place, *, day: date, at: datetime) -> None:
    keep_versions(here, at=at)
    load_listings.organisations(here, day=day)
    load_listings.teams(here, day=day)
    load_listings.offers(here, day=day)
    load_listings.contacts(here, day=day)
    load_areas.areas(here, day=day)
    load_areas.memberships(here, day=day)


def _event(here: Place, *, digest: str, at: datetime) -> events.NewEvent:
    """Loading belongs to starting the house, before anybody could be permitted anything, so it is no action."""
    return events.NewEvent(
        kind="directory.load",
        at=at,
        person_id=None,
        subject_kind="place",
        subject_id=new_id(),
        actor_id=None,
        actor_name="Homeward",
        actor_kind="system",
        organisation=here.card.owner,
        role="",
        purpose="running the service",
        facts={"place": here.code, "digest": digest, "declarations": len(here.all_declarations())},
    )


def digest_of(here: Place) -> str:
    """One mark for the whole wording of a place: any change of any declaration changes it."""
    text = json.dumps([as_json(each) for each in here.all_declarations()], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def keep_versions(here: Place, *, at: datetime) -> None:
    """Keep every new meaning; a meaning already kept stays as it was first seen."""
    rows = [
        Declaration(
            kind=kind_of(each), code=each.code, fingerprint=fingerprint(each), body=as_json(each), first_seen_at=at
        )
        for each in here.all_declarations()
    ]
    Declaration.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
