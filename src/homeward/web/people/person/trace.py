"""Does the national service know this person?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.people import api as people
from homeward.web.page import PageRequest, page


@page("person.trace", methods=("POST",))
def trace(request: PageRequest, person_id: UUID) -> HttpResponse:
    """Trace, say how it ended, and go back to the person."""
    traced = people.trace(person_id=person_id, by=request.actor, at=request.at)
    messages.info(request, traced.words)
    return redirect("person", person_id)
