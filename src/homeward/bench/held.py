"""Which population does a bench's folder hold, so that it is loaded once and measured many times?"""

import json
from pathlib import Path
from typing import Any

NAME = "bench-holds.json"


class HoldsOther(RuntimeError):
    """The folder holds something else than what is to be measured; the words say what to do."""


def what_it_holds(folder: Path | None, wanted: dict[str, int]) -> dict[str, Any] | None:
    """What was loaded there, with how long that took; None: nothing yet. Raises HoldsOther."""
    if folder is None or not folder.exists() or not any(folder.iterdir()):
        return None
    try:
        held: dict[str, Any] = json.loads((folder / NAME).read_text())
    except FileNotFoundError:
        raise HoldsOther(f"{folder} was not loaded to its end. Remove it, and it is loaded anew.") from None
    other = {name: held[name] for name, value in wanted.items() if held.get(name) != value}
    if other:
        raise HoldsOther(f"{folder} holds {held}: measure that, or name another folder.")
    return held


def now_holds(folder: Path | None, told: dict[str, Any]) -> None:
    """It is loaded to its end."""
    if folder is not None:
        (folder / NAME).write_text(json.dumps(told))
