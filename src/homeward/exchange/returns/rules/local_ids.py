"""How does an id of ours fit into a national field of twenty characters, the same month after month, telling nothing?"""

import base64
import hashlib
from uuid import UUID

LENGTH = 20


def local_id(id: UUID, kind: str = "") -> str:
    """Twenty letters and figures: the first hundred bits of a digest. Two ids in a thousand million alike: less than once in 10¹²."""
    digest = hashlib.sha256(id.bytes + kind.encode()).digest()
    return base64.b32encode(digest)[:LENGTH].decode()


def local_code(code: str) -> str:
    """A team's own code where it fits; else a digest of it."""
    if len(code) <= LENGTH:
        return code
    return base64.b32encode(hashlib.sha256(code.encode()).digest())[:LENGTH].decode()
