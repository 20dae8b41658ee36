"""How does a referral reach a partner's system? Posted to its $process-message with the standard's headers."""

import json
import time
from threading import Lock
from urllib.parse import urlencode

from homeward.exchange.bars.headers import headers
from homeward.exchange.bars.partners_file import Reached
from homeward.exchange.bars.read_reply import read_reply
from homeward.exchange.channels.wire import Reply, send
from homeward.exchange.models import Outgoing
from homeward.exchange.rules.trying import Outcome

EARLY = 60.0  # seconds before its end in which a token is got anew
_tokens: dict[tuple[str, str], tuple[str, float]] = {}
_lock = Lock()


class Bars:
    """One partner's system."""

    def __init__(self, partner: Reached) -> None:
        self._partner = partner

    def deliver(self, row: Outgoing) -> Outcome:
        """Post the message; a token that is no longer good is got anew once."""
        message = json.loads(row.payload)
        said = headers(message=message, target_service=self._partner.service_id)
        for fresh in (False, True):
            token, trouble = self._token(fresh=fresh)
            if trouble is not None:
                return trouble
            reply = self._post(row.payload, said | ({"Authorization": f"Bearer {token}"} if token else {}))
            if reply.status != 401 or not token:
                break
        return read_reply(reply)

    def _post(self, body: str, said: dict[str, str]) -> Reply:
        return send("POST", f"{self._partner.address.rstrip('/')}/$process-message", body=body.encode(), headers=said)

    def _token(self, *, fresh: bool) -> tuple[str, Outcome | None]:
        """A token by client credentials (RFC 6749, section 4.4), or what went wrong; '' where none is needed."""
        partner = self._partner
        if not partner.token_address:
            return "", None
        key = (partner.token_address, partner.client_id)
        with _lock:
            kept, until = _tokens.get(key, ("", 0.0))
        if kept and not fresh and time.monotonic() < until:
            return kept, None
        form = {
            "grant_type": "client_credentials",
            "client_id": partner.client_id,
            "client_secret": partner.client_secret,
        }
        if partner.scope:
            form["scope"] = partner.scope
        reply = send(
            "POST", partner.token_address, body=urlencode(form).encode(),
            headers={"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"},
        )  # fmt: skip
        token, lasts = _read(reply)
        if not token:
            again = reply.status == 0 or reply.status == 429 or reply.status >= 500
            words = reply.trouble or f"The partner gave us no token: it answered {reply.status}."
            return "", Outcome(result="again" if again else "refused", words=words, wait_seconds=reply.wait_seconds)
        with _lock:
            _tokens[key] = token, time.monotonic() + max(0.0, lasts - EARLY)
        return token, None


def _read(reply: Reply) -> tuple[str, float]:
    try:
        told = json.loads(reply.body) if reply.status == 200 else {}
        return str(told.get("access_token", "")), float(told.get("expires_in", 300))
    except (ValueError, AttributeError, TypeError):
        return "", 0.0
