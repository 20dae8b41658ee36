"""What does every page do? Knows who asks, checks that they may, reads the clock once, and answers even a refusal with a page."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from typing import Any, cast
from uuid import uuid4

from django.contrib.auth.views import redirect_to_login
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render

from homeward.access.api import RoleNotChosen
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, NotPermitted, Refused
from homeward.web.asker import asker, may
from homeward.web.frame import frame
from homeward.web.joined import leads_on
from homeward.web.reading.reading import drawn_for, speak_to, spoken
from homeward.web.refusal import refusal


class PageRequest(HttpRequest):
    """A request once a page has taken it: who asks, at what moment, and the number to quote when something fails."""

    actor: Actor
    at: datetime
    number: str


class OpenRequest(HttpRequest):
    """A request for a page that strangers may see: `actor` is None for them."""

    actor: Actor | None
    at: datetime
    number: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """One registered page: its name, the permission it asks for (None: anyone signed in), and whether strangers may see it."""

    name: str
    permission: str | None
    open: bool
    methods: tuple[str, ...]


_pages: dict[str, Page] = {}
View = Callable[..., HttpResponse]


def registered_pages() -> list[Page]:
    """Every page there is, so that the matrix of page × role can be drawn and compared."""
    return sorted(_pages.values(), key=lambda page: page.name)


def page(permission: str | None, *, methods: Iterable[str] = ("GET", "POST")) -> Callable[[View], View]:
    """Make a view a page for askers who have `permission` (None: no more than being signed in or holding a link)."""

    def decorate(view: View) -> View:
        known = _register(view, permission=permission, open=False, methods=methods)

        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            taken = cast(PageRequest, request)
            _take(taken)
            if request.method not in known.methods:
                return HttpResponseNotAllowed(known.methods)
            return _answered(taken, lambda: _permitted(view, taken, permission, args, kwargs), kwargs.get("person_id"))

        answer.page = known  # type: ignore[attr-defined]  # a function carries its page, for the matrix test
        return answer

    return decorate


def open_page(*, methods: Iterable[str] = ("GET", "POST")) -> Callable[[View], View]:
    """Make a view a page that strangers may see; `request.actor` is None for them."""

    def decorate(view: View) -> View:
        known = _register(view, permission=None, open=True, methods=methods)

        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            taken = cast(PageRequest, request)
            _take(taken)
            if request.method not in known.methods:
                return HttpResponseNotAllowed(known.methods)
            return _answered(taken, lambda: _opened(view, taken, args, kwargs))

        answer.page = known  # type: ignore[attr-defined]  # a function carries its page, for the matrix test
        return answer

    return decorate


def show(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    form: BaseForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Draw `template` with the frame's words. With a `form` that has errors the title says so and the status is 422."""
    wrong = form is not None and form.is_bound and bool(form.errors)
    with drawn_for(template):
        values = {**frame(request), "form": form, **(context or {})}
        response = render(
            request,
            template,
            values,
            status=422 if wrong and status == 200 else status,
            using="jinja2",
        )
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def blame(form: BaseForm, refused: Refused) -> None:
    """Put a refusal's words beside the fields they speak of, so that the form shows them with what was typed."""
    errors = refused.errors if isinstance(refused, Invalid) else {refused.field or "": _sentence(refused)}
    for field, words in errors.items():
        form.add_error(field if field in form.fields else None, words)


def _sentence(refused: Refused) -> str:
    return f"{refused.message} {refused.next_step}".strip()


def _register(view: View, *, permission: str | None, open: bool, methods: Iterable[str]) -> Page:
    allowed = tuple(methods)
    name = f"{view.__module__}.{view.__qualname__}"
    known = Page(
        name=name,
        permission=permission,
        open=open,
        methods=(*allowed, "HEAD") if "GET" in allowed else allowed,
    )
    _pages[name] = known
    return known


def _take(request: PageRequest) -> None:
    request.at = datetime.now(UTC)
    request.number = request.headers.get("X-Request-ID", "")[:36] or uuid4().hex[:12]
    request.actor = cast(Actor, None)


def _asker_or_stranger(request: PageRequest) -> Any:
    try:
        return asker(request, at=request.at)
    except Refused:  # signed in without a role yet: an open page is open all the same
        return None


def _opened(view: View, request: PageRequest, args: tuple[Any, ...], kwargs: dict[str, Any]) -> HttpResponse:
    request.actor = _asker_or_stranger(request)
    speak_to(request.actor)
    return view(request, *args, **kwargs)


def _permitted(
    view: View,
    request: PageRequest,
    permission: str | None,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> HttpResponse:
    try:
        actor = asker(request, at=request.at)
    except RoleNotChosen:
        return redirect("sign_in_role")
    if actor is None:
        return redirect_to_login(request.get_full_path())
    request.actor = actor
    speak_to(actor)
    if permission is not None and not may(request.actor, permission):
        raise NotPermitted(
            "Your role does not open this page.",
            next_step="If you need it for your work, ask the person who manages accounts in your organisation.",
        )
    return view(request, *args, **kwargs)


def _answered(request: PageRequest, view: Callable[[], HttpResponse], person_id: object = None) -> HttpResponse:
    with spoken(request):
        try:
            response = view()
        except Refused as refused:
            response = leads_on(request, person_id) or refusal(request, refused)
    response.headers["X-Request-ID"] = request.number
    return response
