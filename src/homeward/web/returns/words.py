"""How do the pages of returns say a state, and in which colour?"""

from collections.abc import Mapping

COLOURS: Mapping[str, str] = {
    "waiting": "grey", "making": "blue", "ready": "yellow", "submitted": "green", "failed": "red", "replaced": "grey",
}  # fmt: skip
GRAVE: Mapping[str, str] = {"file": "red", "record": "orange", "warning": "yellow"}
