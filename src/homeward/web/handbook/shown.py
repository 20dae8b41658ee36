"""What do all pages of the handbook share? The place's declarations, and what the asker may do here."""

from typing import Any

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.errors import NotFound
from homeward.foundation.moments import london_day
from homeward.web.asker import may
from homeward.web.page import PageRequest, show

NOWHERE = NotFound("There is no such page in the handbook.", next_step="Go back to the handbook and choose another.")


def shown(request: PageRequest, template: str, /, **context: Any) -> HttpResponse:
    """Draw one page of the handbook."""
    values = {
        "here": directory.place(),
        "today": london_day(request.at),
        "may_confirm": may(request.actor, "directory.confirm"),
        "may_edit_area": may(request.actor, "directory.edit_area"),
        "may_edit_contact": may(request.actor, "directory.edit_contact"),
    }
    return show(request, template, {**values, **context}, form=context.get("form"))
