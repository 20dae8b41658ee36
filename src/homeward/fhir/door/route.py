"""How is a FHIR address answered: who may ask, how refusals are said, what every answer carries?"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from homeward.access.api import gate
from homeward.fhir.door.body import check_accept
from homeward.fhir.door.once_more import met_another, passes
from homeward.fhir.door.outcome import fault_of, operation_outcome
from homeward.fhir.door.token import holder_of
from homeward.fhir.door.written import written
from homeward.fhir.rules.scopes import covers
from homeward.fhir.straight.grants import remember_base
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.foundation.r4.issues import Faulty, Issue
from homeward.people.api import current_id
from homeward.records.api import source_of_app

CONTENT_TYPE = "application/fhir+json; charset=utf-8; fhirVersion=4.0"
ECHOED = ("X-Request-Id", "X-Correlation-Id")
RETRY_AFTER = {503: "5", 409: "1", 429: "60"}  # seconds
PASSING = ("transient", "throttled")
log = logging.getLogger("homeward.fhir")


@dataclass(kw_only=True)
class Call:
    """One request of a known partner, at one moment. `by` is None only on open addresses."""

    request: HttpRequest
    at: datetime
    by: Actor | None = None
    scopes: tuple[str, ...] = ()
    query: Sequence[tuple[str, str]] | None = None  # of an entry of a batch; else that of the request itself
    app: str = ""  # the name of the app through which somebody asks
    app_id: str = ""  # and its client id
    bound_to: UUID | None = None  # a token that was given for one person opens no other
    open_now: UUID | None = None  # whose record is open while this is answered

    @property
    def partner(self) -> Actor:
        """The partner who asks. Routes that name a scope always have one."""
        if self.by is None:
            raise Faulty(Issue(code="login", diagnostics="Send a token."), status=401)
        return self.by

    @property
    def source(self) -> str:
        """Under whose name what is sent here is kept: the partner's organisation, or the app itself."""
        return source_of_app(self.app_id) if self.app_id else self.partner.organisation

    def may(self, kind: str, letters: str = "rs") -> bool:
        """Do the token's scopes reach this kind of resource?"""
        return covers(self.scopes, f"system/{kind}.{letters}")

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The (name, value) pairs of the query, in the order given."""
        if self.query is not None:
            return list(self.query)
        return [(name, value) for name, values in self.request.GET.lists() for value in values]

    @property
    def lenient(self) -> bool:
        """Did the partner ask that what is not known be passed over (FHIR R4, 3.1.1.4.4)?"""
        return "handling=lenient" in self.request.headers.get("Prefer", "")

    @staticmethod
    def spelt(pairs: Sequence[tuple[str, str]]) -> str:
        """Pairs as a query string with its question mark; nothing for none."""
        return f"?{urlencode(pairs)}" if pairs else ""

    def address(self, path: str) -> str:
        """The whole address of something under the FHIR base."""
        base = self.request.build_absolute_uri("/fhir/R4/")
        remember_base(self.request.META.get("HTTP_HOST", ""), self.request.META.get("HTTP_X_FORWARDED_PROTO", ""), base)
        return base + path


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A resource (as a tree, or as JSON already made) with its status and headers; None when there is nothing to say."""

    resource: Mapping[str, Any] | str | bytes | None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Handler = Callable[..., Answer]


def route(**methods: tuple[str | None, Handler]) -> Callable[..., HttpResponse]:
    """A Django view that answers each HTTP method by (scope it needs or None for open, handler)."""

    def answer(request: HttpRequest, **parts: str) -> HttpResponse:
        at = datetime.now(UTC)
        try:
            response = _respond(_handled(request, at, methods, parts), request)
        except Faulty as fault:
            response = _refusal(fault, request, methods)
        except Refused as refusal:
            response = _refusal(fault_of(refusal), request, methods)
        except Error as error:
            log.exception("the database did not do it")
            response = _refusal(_of_the_database(error), request, methods)
        except Exception:  # whatever went wrong, the partner gets an OperationOutcome and no trace
            log.exception("a FHIR request failed")
            response = _refusal(_failed(), request, methods)
        return response

    return csrf_exempt(wraps(answer)(answer))


def _handled(
    request: HttpRequest, at: datetime, methods: Mapping[str, tuple[str | None, Handler]], parts: Mapping[str, str]
) -> Answer:
    method = "GET" if request.method == "HEAD" else str(request.method)
    if method not in methods:
        words = f"This address does not answer {request.method}. It answers {', '.join(sorted(methods))}."
        raise Faulty(Issue(code="not-supported", diagnostics=words), status=405)
    scope, handler = methods[method]
    check_accept(request)
    if scope is None:
        return handler(Call(request=request, at=at), **parts)
    holder = holder_of(request, scope=scope, at=at)
    call = Call(request=request, at=at, by=holder.actor, scopes=holder.scopes, app=holder.app, app_id=holder.client_id)
    if holder.bound_to is not None:
        call.bound_to = current_id(holder.bound_to)
    with gate.during_a_page():
        return handler(call, **parts)


def _respond(answer: Answer, request: HttpRequest) -> HttpResponse:
    said = answer.resource
    body = said if isinstance(said, (str, bytes)) else b"" if said is None else written(said)
    response = HttpResponse(body, status=answer.status, content_type=CONTENT_TYPE)
    response["Cache-Control"] = "no-store"
    for name, value in answer.headers.items():
        response[name] = value
    for name in ECHOED:
        value = request.headers.get(name, "")
        if value and len(value) <= 200 and value.isprintable() and value.isascii():
            response[name] = value
    return response


def _refusal(fault: Faulty, request: HttpRequest, methods: Mapping[str, Any]) -> HttpResponse:
    headers = {}
    if fault.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="Homeward"'
    if fault.status == 405:
        headers["Allow"] = ", ".join(sorted(methods))
    if fault.status in RETRY_AFTER and fault.issues[0].code in PASSING:
        headers["Retry-After"] = RETRY_AFTER[fault.status]
    outcome = operation_outcome(fault.issues, status=fault.status)
    return _respond(Answer(resource=outcome, status=fault.status, headers=headers), request)


def _of_the_database(error: Error) -> Faulty:
    if met_another(error):
        words = "Nothing was changed: somebody else wrote the same at the same moment. Send the same message again."
        return Faulty(Issue(code="transient", diagnostics=words), status=409)
    return _unavailable() if passes(error) else _failed()


def _unavailable() -> Faulty:
    words = "Nothing was changed: the records cannot be reached just now. Send the same message again."
    return Faulty(Issue(code="transient", diagnostics=words), status=503)


def _failed() -> Faulty:
    words = "Nothing was changed: something went wrong here. Send the same message again, or tell us its X-Request-Id."
    return Faulty(Issue(code="exception", diagnostics=words), status=500)
