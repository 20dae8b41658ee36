"""Where is each partner's system, and with which secret do we come? Read from the deployer's file, never from the place."""

import json
from dataclasses import dataclass
from pathlib import Path

from homeward.grammar.api import MessagePartner


@dataclass(frozen=True, kw_only=True)
class Reached:
    """One partner's system: `address` is the base of its FHIR API; `token_address` where a token is got, if any is needed."""

    address: str
    service_id: str = ""
    token_address: str = ""
    client_id: str = ""
    client_secret: str = ""
    scope: str = ""

    def __repr__(self) -> str:
        return f"Reached(address={self.address!r})"


class BadFile(ValueError):
    """The file of partners cannot be read."""


def reached(partner: MessagePartner, file: Path) -> Reached | None:
    """What the file says of this partner over what the place declares; None when nobody gave an address. Raises BadFile."""
    told = _told(file).get(partner.code, {})
    if not isinstance(told, dict) or not all(isinstance(each, str) for each in told.values()):
        raise BadFile(f"What {file.name} says of '{partner.code}' is not a list of texts.")
    known = {name: told[name] for name in Reached.__dataclass_fields__ if name in told}
    known.setdefault("address", partner.address or "")
    known.setdefault("service_id", partner.service_id or "")
    return Reached(**known) if known["address"] else None


def _told(file: Path) -> dict[str, object]:
    if not file.exists():
        return {}
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as wrong:
        raise BadFile(f"{file.name} cannot be read as JSON.") from wrong
    return found if isinstance(found, dict) else {}
