"""Does a question whose SQL is written once find what its queryset finds, for every key and with every column as it is?"""

import json
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import F, QuerySet
from django.test.utils import CaptureQueriesContext

from homeward.access.api import gate
from homeward.foundation.asked import Asked
from homeward.records.models import Item
from homeward.records.tests.arranging import AT, house, somebody, took, weight
from homeward.records.tests.delivering import observation

pytestmark = pytest.mark.django_db


def latest(person_id: UUID) -> QuerySet[Item]:
    return Item.objects.filter(person_id=person_id, kind__in=("Observation", "Flag")).order_by("-placed_at", "id")[:2]


def narrow(person_id: UUID) -> QuerySet[Item]:
    return Item.objects.filter(person_id=person_id).exclude(status="x").only("id", "parts", "placed_at").order_by("id")


def both(person_id: UUID) -> QuerySet[Item]:
    rows = Item.objects.filter(person_id=person_id)
    return rows.order_by(F("number").asc(nulls_last=True))[:1].union(rows.order_by("-placed_at")[:1], all=True)


@pytest.mark.parametrize("question", [latest, narrow, both])
def test_the_rows_are_those_of_the_queryset_for_each_key(question: Callable[[UUID], QuerySet[Item]]) -> None:
    one, other = somebody(), somebody(nhs_number="")
    part = {"code": {"text": "a"}, "valueQuantity": {"value": 3, "unit": "m"}}
    took(
        one, *(weight(f"w{day}", on=f"2026-11-0{day}") for day in (1, 2, 3)), json.dumps(observation(component=[part]))
    )
    took(other, weight("v1"))
    asked: Asked[Item] = Asked(question)
    for person in (one, other, one):
        with gate.person(person.id, by=house(), at=AT, why="test"):
            plain = list(question(person.id))
            found = asked(person.id)
            assert found == plain and [vars_of(each) for each in found] == [vars_of(each) for each in plain]
            assert all(each.person_id == person.id for each in found) and found
    assert asked(uuid4()) == []


def test_its_sql_is_that_of_the_queryset() -> None:
    asked, person = Asked(latest), somebody()
    with gate.person(person.id, by=house(), at=AT, why="test"), CaptureQueriesContext(connection) as told:
        asked(person.id)
        list(latest(person.id))
    first, second = (each["sql"] for each in told.captured_queries)
    assert first == second


def vars_of(item: Item) -> dict[str, object]:
    return {name: value for name, value in vars(item).items() if name != "_state"}
