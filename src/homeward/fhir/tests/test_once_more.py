"""When two meet in the database, is the message done once more, and is what passes never told as our failure?"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from django.db import (
    Error,
    IntegrityError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
    connections,
)
from django.http import HttpResponse
from django.test import Client, RequestFactory

from homeward.access.api import gate
from homeward.config.logs import JsonLines
from homeward.exchange.api import referral_message
from homeward.fhir.door.once_more import TRIES, once_more
from homeward.fhir.door.route import Answer, Call, route
from homeward.fhir.models import Receipt
from homeward.fhir.operations import process_message
from homeward.fhir.tests.messages import FALL, encoded, fall
from homeward.fhir.tests.partner import NOON, Partner, outcome, partner
from homeward.foundation.ids import new_id
from homeward.people.api import Person
from homeward.referrals.api import ServiceRequest

MET = [psycopg.errors.UniqueViolation, psycopg.errors.ExclusionViolation]
PASSES: list[tuple[type[Error], type[psycopg.Error]]] = [
    (OperationalError, psycopg.errors.DeadlockDetected), (OperationalError, psycopg.errors.SerializationFailure),
    (OperationalError, psycopg.errors.LockNotAvailable), (OperationalError, psycopg.errors.QueryCanceled),
    (OperationalError, psycopg.errors.AdminShutdown), (OperationalError, psycopg.OperationalError),
    (OperationalError, psycopg.errors.TooManyConnections), (InternalError, psycopg.errors.InFailedSqlTransaction),
    (InternalError, psycopg.errors.IdleInTransactionSessionTimeout), (InternalError, psycopg.errors.InternalError_),
    (ProgrammingError, psycopg.errors.InvalidSqlStatementName), (ProgrammingError, psycopg.errors.DuplicatePreparedStatement),
    (NotSupportedError, psycopg.errors.FeatureNotSupported),
]  # fmt: skip
STAYS: list[tuple[type[Error], type[psycopg.Error]]] = [
    (ProgrammingError, psycopg.errors.UndefinedTable), (IntegrityError, psycopg.errors.NotNullViolation),
]  # fmt: skip


def failing(kind: type[Error], cause: type[psycopg.Error]) -> Error:
    error = kind("a sentence of the database")
    error.__cause__ = cause("a sentence of the database")
    return error


def answered(error: Error) -> HttpResponse:
    def handler(call: Call) -> Answer:
        raise error

    return route(GET=(None, handler))(RequestFactory().get("/fhir/R4/metadata"))


@pytest.mark.parametrize("cause", MET)
def test_who_comes_second_is_told_to_send_it_again(cause: type[psycopg.Error]) -> None:
    response = answered(failing(IntegrityError, cause))
    assert (response.status_code, response["Retry-After"]) == (409, "1")
    assert outcome(response)["code"] == "transient"


@pytest.mark.parametrize(("kind", "cause"), PASSES)
def test_what_passes_is_told_as_passing(kind: type[Error], cause: type[psycopg.Error]) -> None:
    response = answered(failing(kind, cause))
    assert (response.status_code, response["Retry-After"]) == (503, "5")


@pytest.mark.parametrize(("kind", "cause"), STAYS)
def test_what_does_not_pass_is_told_as_our_failure(kind: type[Error], cause: type[psycopg.Error]) -> None:
    response = answered(failing(kind, cause))
    assert response.status_code == 500 and "Retry-After" not in response


@pytest.mark.django_db(transaction=True)
def test_it_is_done_again_from_its_beginning_but_not_for_ever() -> None:
    tried: list[int] = []

    def fails(times: int) -> Callable[[], str]:
        def do() -> str:
            tried.append(times)
            if len(tried) <= times:
                raise failing(OperationalError, psycopg.errors.DeadlockDetected)
            return "done"

        return do

    assert once_more(fails(TRIES - 1)) == "done" and len(tried) == TRIES
    tried.clear()
    with pytest.raises(OperationalError):
        once_more(fails(TRIES))
    assert len(tried) == TRIES


@pytest.mark.django_db(transaction=True)
def test_two_of_the_same_message_that_pass_the_hold_together_are_still_one(monkeypatch: pytest.MonkeyPatch) -> None:
    together, first = threading.Barrier(2), threading.local()

    def pass_together(*_: Any) -> None:
        if not getattr(first, "passed", False):
            first.passed = True
            together.wait(20)

    monkeypatch.setattr(process_message, "hold_message", pass_together)
    body = encoded(fall())
    assert len(set(_sent_at_once([body, body]))) == 1
    with gate.job("bench", at=NOON):
        assert (ServiceRequest.objects.count(), Person.objects.count(), Receipt.objects.count()) == (1, 1, 1)


@pytest.mark.django_db(transaction=True)
def test_many_messages_about_few_new_people_at_once_are_all_taken() -> None:
    people = [
        replace(FALL, nhs_number=""), FALL, replace(FALL, given="Adah"), replace(FALL, nhs_number="9990000026", family="Khan")
    ]  # fmt: skip
    bodies = [
        encoded(referral_message(replace(people[number % 4], message_id=new_id(), request_id=new_id()))) for number in range(24)
    ]
    answers = _sent_at_once(bodies)
    assert {status for status, _ in answers} == {200} and len(set(answers)) == 24
    with gate.job("bench", at=NOON):
        assert ServiceRequest.objects.count() == 24


def _sent_at_once(bodies: list[bytes]) -> list[tuple[int, bytes]]:
    sender, together = partner(), threading.Barrier(min(8, len(bodies)))

    def send(mine: list[bytes]) -> list[tuple[int, bytes]]:
        try:
            system = Partner(client=Client(), token=sender.token)
            together.wait(20)
            return [(each.status_code, each.content) for each in map(system.send, mine)]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(together.parties) as pool:
        shares = [bodies[each :: together.parties] for each in range(together.parties)]
        return [answer for share in pool.map(send, shares) for answer in share]


def test_the_log_says_what_the_database_said_but_no_details() -> None:
    error = failing(IntegrityError, psycopg.errors.UniqueViolation)
    record = logging.LogRecord("homeward.fhir", logging.ERROR, "", 0, "it failed", None, (type(error), error, None))
    line = JsonLines().format(record)
    assert '"sqlstate": "23505"' in line and "a sentence" not in line
