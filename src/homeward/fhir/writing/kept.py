"""What became of one resource that a partner wrote?"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from homeward.access.api import in_words
from homeward.fhir.door.route import Answer, Call
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.resources.reading import find
from homeward.fhir.resources.shown import Shown, http_date, instant


@dataclass(frozen=True, kw_only=True)
class Kept:
    """Where it stands now, and whether it is new. `version` and `updated` where they are known without reading it again."""

    kind: str
    id: str
    created: bool
    version: str = ""
    updated: datetime | None = None

    @property
    def address(self) -> str:
        """Its address under the base."""
        return f"{self.kind}/{self.id}"


def answered(call: Call, kept: Kept) -> Answer:
    """201 for something new, 200 for what stood or was changed; with the resource unless the caller wants little."""
    found = _found(call, kept)
    if found is None:  # it is kept, and of a kind of sensitivity that the sender's role does not open
        return Answer(
            resource=None,
            status=201 if kept.created else 200,
            headers={"Location": call.address(kept.address)} if kept.created else {},
        )
    headers = {"ETag": found.etag, "Last-Modified": http_date(found.updated)}
    where = call.address(f"{kept.address}/_history/{found.version}")
    headers["Location" if kept.created else "Content-Location"] = where
    prefer = call.request.headers.get("Prefer", "")
    body: Any = None if "return=minimal" in prefer else found.json
    return Answer(resource=body, status=201 if kept.created else 200, headers=headers)


def entry_response(call: Call, kept: Kept) -> dict[str, Any]:
    """The same as the response of a Bundle's entry."""
    version, updated = kept.version, kept.updated
    if updated is None:
        found = _found(call, kept)
        version, updated = (found.version, found.updated) if found else ("1", call.at)
    return {
        "status": "201 Created" if kept.created else "200 OK",
        "location": f"{kept.address}/_history/{version}",
        "etag": f'W/"{version}"',
        "lastModified": instant(updated),
    }


def _found(call: Call, kept: Kept) -> Shown | None:
    return find(
        call, KINDS[kept.kind], kept.id, why=f"answering what was written about {in_words(kept.kind)} over FHIR"
    )
