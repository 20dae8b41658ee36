"""The file of a return, person by person, for whoever gives it to the nation."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.exchange.api import returns as exchange
from homeward.web.page import PageRequest, page, show
from homeward.web.returns.one.form import TakeForm


@page("returns.take")
def file(request: PageRequest, return_id: UUID) -> HttpResponse:
    """The zip, once a reason is given; that it was taken is written down. Opened without one, it asks for it."""
    if request.method != "POST":
        exchange.one(return_id)
        return redirect("returns_one", return_id)
    form = TakeForm(request.POST, auto_id="t-%s")
    if not form.is_valid():
        return show(request, "returns/file/page.html", {"row": exchange.one(return_id).row}, form=form)
    found = exchange.as_zip(
        exchange.take(return_id=return_id, reason=form.cleaned_data["reason"], by=request.actor, at=request.at)
    )
    answer = HttpResponse(found.content, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{found.name}"'
    answer["Cache-Control"] = "no-store"
    return answer
