"""Whom is an action about? The person it names."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from homeward.foundation.errors import NotFound
from homeward.people.models import Person


def the_person(told: Mapping[str, Any]) -> UUID:
    """The `person_id` the action was called with."""
    person_id: UUID = told["person_id"]
    return person_id


def locked(person_id: UUID) -> Person:
    """The person's row, held until the transaction ends. Raises NotFound."""
    person = Person.objects.select_for_update().filter(id=person_id).first()
    if person is None:
        raise NotFound("There is no such person here.", next_step="Search for them by name and date of birth.")
    return person
