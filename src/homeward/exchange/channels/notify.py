"""How are texts, emails and letters sent through GOV.UK Notify? (Its REST API, version 2.)

The service needs one template for each way, made of ((subject)) and ((words)); text messages use ((words)) alone.
"""

import base64
import hashlib
import hmac
import json
import re
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from homeward.exchange.channels.wire import Reply, send
from homeward.exchange.models import Outgoing
from homeward.exchange.rules.trying import Outcome

_KEY = re.compile(r".*?-?([0-9a-f-]{36})-([0-9a-f-]{36})")
FEWEST_LINES, MOST_LINES = 3, 7


class BadKey(ValueError):
    """The key is not one of GOV.UK Notify."""


class Notify:
    """One service of GOV.UK Notify."""

    def __init__(self, *, address: str, key: str, templates: Mapping[str, str]) -> None:
        parts = _KEY.fullmatch(key.strip())
        if parts is None:
            raise BadKey("HOMEWARD_NOTIFY_KEY is not a key of GOV.UK Notify: it ends with two identifiers.")
        self._service, self._secret = parts[1], parts[2]
        self._address, self._templates = address.rstrip("/"), templates

    def deliver(self, row: Outgoing) -> Outcome:
        """Send it. After a try whose end nobody knows, ask first whether it is there under our key."""
        template = self._templates.get(row.channel, "")
        if not template:
            return Outcome(result="refused", words=f"No template of GOV.UK Notify is set for this way ({row.channel}).")
        if row.tries > 1 and (known := self._known(row.key)):
            return Outcome(result="arrived", words="It was there already from an earlier try.", provider_id=known)
        body = {"template_id": template, "reference": row.key, **_to(row)}
        reply = self._call("POST", f"/v2/notifications/{row.channel}", body)
        if reply.status == 201:
            return Outcome(result="arrived", provider_id=str(_read(reply).get("id", "")))
        words = _errors(reply)
        if reply.status in (0, 408, 429) or reply.status >= 500:
            return Outcome(result="again", words=words, wait_seconds=reply.wait_seconds)
        return Outcome(result="refused", words=words, element=_at_fault(words))

    def _known(self, key: str) -> str:
        """Notify's own id of what we sent under this key; '' when it has none, or could not be asked."""
        reply = self._call("GET", f"/v2/notifications?{urlencode({'reference': key})}")
        found = _read(reply).get("notifications") if reply.status == 200 else None
        return str(found[0].get("id", "")) if found else ""

    def _call(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Reply:
        headers = {"Authorization": f"Bearer {self._token()}", "Content-Type": "application/json"}
        data = json.dumps(body).encode() if body is not None else b""
        return send(method, self._address + path, body=data, headers=headers)

    def _token(self) -> str:
        """A JSON Web Token signed with the key's secret (HS256, RFC 7519), good for half a minute."""
        head = _part({"typ": "JWT", "alg": "HS256"})
        said = _part({"iss": self._service, "iat": int(time.time())})
        signed = hmac.new(self._secret.encode(), f"{head}.{said}".encode(), hashlib.sha256).digest()
        return f"{head}.{said}.{_text(signed)}"


def _to(row: Outgoing) -> dict[str, Any]:
    if row.channel == "sms":
        return {"phone_number": row.recipient, "personalisation": {"words": row.words}}
    said = {"subject": row.subject, "words": row.words}
    if row.channel == "email":
        return {"email_address": row.recipient, "personalisation": said}
    *lines, postcode = [row.recipient_name, *row.recipient.split("\n")]
    kept = [*lines[: MOST_LINES - 2], ", ".join(lines[MOST_LINES - 2 :])] if len(lines) >= MOST_LINES else lines
    address = [line for line in kept if line] + [postcode]
    return {"personalisation": said | {f"address_line_{index}": line for index, line in enumerate(address, start=1)}}


def _read(reply: Reply) -> dict[str, Any]:
    try:
        body = json.loads(reply.body)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _errors(reply: Reply) -> str:
    told = [str(each.get("message", "")) for each in _read(reply).get("errors") or () if isinstance(each, dict)]
    said = "; ".join(each for each in told if each) or reply.trouble or f"GOV.UK Notify answered {reply.status}."
    return said[:500]


def _at_fault(words: str) -> str:
    """The field that Notify names first in its sentence, for example phone_number."""
    found = re.match(r"(phone_number|email_address|template_id|postcode|address_line_\d|[Pp]ersonalisation)", words)
    return found[0] if found else ""


def _part(value: Mapping[str, Any]) -> str:
    return _text(json.dumps(value, separators=(",", ":")).encode())


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
