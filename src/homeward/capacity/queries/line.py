"""How does one line of the ledger stand now?"""

from datetime import datetime
from uuid import UUID

from homeward.capacity.models import Line
from homeward.capacity.queries.offers import Offer, offers


def line(line_id: UUID, *, at: datetime) -> Offer | None:
    """The line as the board shows it; None when there is none."""
    known = Line.objects.filter(id=line_id).first()
    if known is None:
        return None
    listed = offers([known.service_code], at=at).get(known.service_code, ())
    return next((each for each in listed if each.line_id == line_id), None)
