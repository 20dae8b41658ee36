"""The copy of a record, to hand to the person."""

from uuid import UUID

from django.http import HttpResponse

from homeward.access import api as access
from homeward.web.page import PageRequest, page


@page("access.open_export", methods=("GET",))
def copy(request: PageRequest, export_id: UUID) -> HttpResponse:
    """The zip; that it was taken is written down."""
    file = access.open_export(export_id=export_id, by=request.actor, at=request.at)
    answer = HttpResponse(file.content, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{file.name}"'
    answer["Cache-Control"] = "no-store"
    return answer
