"""Which earlier tellings of the same stay need nobody any more, now that a later one says how it is?"""

from datetime import datetime

from django.db.models import Q

from homeward.hospital.models import FeedRow

PERSON = ("family", "given", "birth_date", "admitted_at")


def answer_earlier(row: FeedRow, *, at: datetime) -> int:
    """Rows refused earlier, and once `row` could be done also those that waited, are answered by it; how many. They keep their reason.

    A later row that is refused too answers only those of the same team, which reads it in their stead.
    """
    same = _same_stay(row)
    if same is None:
        return 0
    found = FeedRow.objects.filter(same, source=row.source, received_at__lte=at).exclude(id=row.id)
    if row.outcome in ("applied", "unchanged"):
        found = found.filter(outcome__in=("refused", "waiting"))
    else:
        found = found.filter(outcome="refused", team_code=row.team_code)
    return found.update(outcome="answered", answered_by=row.id, answered_at=at)


def _same_stay(row: FeedRow) -> Q | None:
    """The same id of the same system; a row that had none is the same when the person and the admission are."""
    if row.way == "fhir":
        told = str(row.told.get("id", ""))
        return Q(way="fhir", told__id=told) if told else None
    told = str(row.told.get("encounter_id", ""))
    alike = Q(told__encounter_id="", **{f"told__{name}": row.told.get(name, "") for name in PERSON})
    named = Q(told__encounter_id=told) if told else None
    whole = all(row.told.get(name) for name in ("family", "birth_date", "admitted_at"))
    if named is None:
        return alike if whole else None
    return named | alike if whole else named
