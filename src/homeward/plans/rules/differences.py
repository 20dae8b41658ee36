"""What changed between two sayings of a line? Word by word: kept, gone or new."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Part = Literal["kept", "gone", "new"]


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A run of words that was kept, is gone or is new."""

    part: Part
    words: str


def differences(before: str, after: str) -> list[Piece]:
    """The pieces in reading order; put together without the gone ones they are `after`, without the new ones `before`."""
    old, new = re.findall(r"\S+\s*|\s+", before), re.findall(r"\S+\s*|\s+", after)
    found: list[Piece] = []
    for what, i, j, k, m in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Piece(part="kept", words="".join(old[i:j])))
            continue
        found += [Piece(part="gone", words="".join(old[i:j]))] if j > i else []
        found += [Piece(part="new", words="".join(new[k:m]))] if m > k else []
    return found
