"""Was this record joined to another? Its addresses lead to the one that was kept."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from homeward.people import api as people


def leads_on(request: HttpRequest, person_id: object) -> HttpResponse | None:
    """A redirect to the same page of the record kept; None when this one was not joined, or something was being sent."""
    if not isinstance(person_id, UUID) or request.method not in ("GET", "HEAD"):
        return None
    kept = people.current_id(person_id)
    if kept == person_id:
        return None
    # Not for ever: a merge can be taken back.
    return HttpResponseRedirect(request.get_full_path().replace(str(person_id), str(kept), 1))
