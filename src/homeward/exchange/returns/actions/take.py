"""How are the files of a return given out? With a reason, written down each time."""

import io
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.exchange.models import NationalReturn
from homeward.exchange.returns.queries.kept import Files, files_of
from homeward.exchange.returns.rules.rendering import pack
from homeward.exchange.returns.vocabulary import JOB
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound


@dataclass(frozen=True, kw_only=True)
class ReturnFile:
    """The files as one zip."""

    name: str
    content: bytes
    sha256: str


@action("returns.take")
def take(*, return_id: UUID, reason: str, by: Actor, at: datetime) -> Happening[Files]:
    """The files, person by person. Opening them is written into the access log with the reason. Raises NotFound, Invalid, Refused."""
    if not reason.strip():
        raise Invalid({"reason": "Say why you take the file: what is in it is about people."})
    row = NationalReturn.objects.filter(pk=return_id, state__in=("ready", "submitted")).first()
    if row is None:
        raise NotFound("This return has no file.", next_step="Make it anew, or open the newest one.")
    with gate.job(JOB, by=by, at=at, why=f"file of a national return: {reason.strip()}"):
        found = files_of(row)
    facts = {"sha256": found.sha256, "reason": reason.strip(), "rows": row.rows}
    return Happening(result=found, subject_kind="return", subject_id=row.id, person_id=None, facts=facts)


def as_zip(found: Files) -> ReturnFile:
    """The same files in one."""
    out = io.BytesIO()
    pack(found.files, out)
    return ReturnFile(name=f"{found.name}.zip", content=out.getvalue(), sha256=found.sha256)
