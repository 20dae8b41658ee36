"""Which forms are there for this person: begun, finished, and those that can be begun?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate, may_see
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.grammar.api import Questionnaire
from homeward.people import api as people
from homeward.plans.queries.answered import ResponseRow, responses_of


@dataclass(frozen=True, kw_only=True)
class FormsFor:
    """The person's forms: `begun` and `finished`, the latest first; `offered` are the declared ones the actor may see."""

    banner: people.Banner
    begun: Sequence[ResponseRow]
    finished: Sequence[ResponseRow]
    offered: Sequence[Questionnaire]


def forms_for(person_id: UUID, *, by: Actor, at: datetime) -> FormsFor:
    """Opens the person's record. Raises NotPermitted."""
    with gate.person(person_id, by=by, at=at, why="form"):
        rows = responses_of(person_id, by=by, at=at)
        declared = directory.place().questionnaires.values()
        return FormsFor(
            banner=people.banner(person_id, by, at),
            begun=[row for row in rows if row.state == "begun"],
            finished=[row for row in rows if row.state == "finished"],
            offered=sorted(
                (form for form in declared if may_see(by, form.sensitivity or "")), key=lambda form: form.title
            ),
        )
