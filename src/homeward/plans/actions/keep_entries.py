"""How is one save of a form written down? A row for each question that changed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from homeward.foundation.actions import Actor
from homeward.plans.models import Entry, QuestionnaireResponse
from homeward.plans.rules.typed import Typed
from homeward.visits.api import Value


def keep_entries(response: QuestionnaireResponse, changed: Mapping[str, Typed], *, by: Actor, at: datetime) -> None:
    """Add what changed as the response's present version."""
    Entry.objects.bulk_create(
        Entry(
            response=response, person_id=response.person_id, link_id=link, version=response.version, fact_id=typed.still,
            kept_at=at, kept_by=by.name, **_columns(typed.value),
        )
        for link, typed in changed.items()
    )  # fmt: skip


def _columns(value: Value | None) -> dict[str, Any]:
    if value is None or value == "":
        return {}
    if isinstance(value, bool):
        return {"yes": value}
    return {"number": float(value)} if isinstance(value, (int, float)) else {"words": value}
