"""By which id do we know a source's resource? One that follows from who sent it and what they call it."""

from hashlib import blake2b
from uuid import UUID


def item_id(source: str, kind: str, source_id: str) -> UUID:
    """A UUID of version 8 (RFC 9562): the same source, kind and id always give the same one, and none is given twice."""
    drawn = blake2b(f"{source}\0{kind}\0{source_id}".encode(), digest_size=16).digest()
    value = int.from_bytes(drawn, "big")
    value = value & ~(0xF << 76) | 0x8 << 76
    return UUID(int=value & ~(0x3 << 62) | 0x2 << 62)


def digest(text: str) -> bytes:
    """Sixteen bytes that tell one wording from another."""
    return blake2b(text.encode(), digest_size=16).digest()
