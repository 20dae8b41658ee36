"""By which id do we know a source's resource? One that follows from who sent it and what they call it."""

import re
from hashlib import blake2b
from uuid import UUID

_NAMED_HERE = re.compile(r"t-([0-9a-f]{12})7[0-9a-f]{19}")


def named_here(id: UUID) -> str:
    """What a resource is called whose source did not say: after a time-ordered id of version 7."""
    return f"t-{id.hex}"


def item_id(source: str, kind: str, source_id: str) -> UUID:
    """A UUID of version 8 (RFC 9562): the same source, kind and id always give the same one, and none is given twice.

    What was named here begins with its moment, so that resources which came together lie together in the index of thirty million.
    """
    drawn = blake2b(f"{source}\0{kind}\0{source_id}".encode(), digest_size=16).digest()
    value = int.from_bytes(drawn, "big")
    if named := _NAMED_HERE.fullmatch(source_id):
        value = value & (1 << 80) - 1 | int(named[1], 16) << 80
    value = value & ~(0xF << 76) | 0x8 << 76
    return UUID(int=value & ~(0x3 << 62) | 0x2 << 62)


def digest(text: str) -> bytes:
    """Sixteen bytes that tell one wording from another."""
    return blake2b(text.encode(), digest_size=16).digest()
