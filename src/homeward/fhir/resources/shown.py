"""What is one resource as we show it: its kind, id, version and times, and its content as a tree or as text?"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from homeward.fhir.door.written import read_tree, written
from homeward.fhir.search.elements import Tree


@dataclass(kw_only=True)
class Shown:
    """A resource ready to be shown. Exactly one of `made` (ours, without id and meta) and `received` (a partner's text) is set.

    `effective` orders searches: when it happened, else when it was written. `source` is the partner, '' for us; `source_id` its own name.
    """

    kind: str
    id: str
    updated: datetime
    effective: datetime | None = None
    version: str = ""
    person_id: UUID | None = None
    source: str = ""
    source_id: str = ""
    made: Mapping[str, Any] | None = None
    received: str = ""
    profile: str = ""
    security: Mapping[str, str] | None = None  # a label of ours, such as 'restricted'

    def __post_init__(self) -> None:
        if not self.version:
            self.version = hashlib.blake2b(written(self.made), digest_size=6).hexdigest()

    @property
    def etag(self) -> str:
        """The version as an ETag."""
        return f'W/"{self.version}"'

    @property
    def moment(self) -> datetime:
        """When it happened, or else when it was last changed."""
        return self.effective or self.updated

    @cached_property
    def tree(self) -> Tree:
        """The whole resource, to be looked into. Numbers with a point are kept as they were written."""
        if self.made is not None:
            return {"resourceType": self.kind, "id": self.id, "meta": self._meta({}), **self.made}
        read = read_tree(self.received)
        meta = read.pop("meta", None)
        read.pop("id", None)
        kind = read.pop("resourceType", self.kind)
        return {"resourceType": kind, "id": self.id, "meta": self._meta(meta if isinstance(meta, dict) else {}), **read}

    @property
    def json(self) -> bytes:
        """The whole resource as it is sent."""
        return written(self.tree)

    def _meta(self, received: Mapping[str, Any]) -> dict[str, Any]:
        meta = {**received, "versionId": self.version, "lastUpdated": instant(self.updated)}
        if self.profile:
            meta["profile"] = [self.profile]
        if self.security:
            meta["security"] = [*received.get("security", ()), dict(self.security)]
        return meta


def instant(at: datetime) -> str:
    """A FHIR instant, to the millisecond, in UTC."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def http_date(at: datetime) -> str:
    """A moment as the header Last-Modified has it."""
    return at.astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
