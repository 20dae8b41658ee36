"""Who acts for whom: grant and end it, ask for whom an account may act, and choose one of them for a session."""

from homeward.access.actions.end_proxy import end
from homeward.access.actions.grant_proxy import grant
from homeward.access.actions.proxy_account import ProxyAccount, proxy_account
from homeward.access.queries.acting import ActingFor, ProxyRow, acting_for, choose_person, chosen, proxies_of
from homeward.access.queries.may import in_scope, require_scope
from homeward.access.vocabulary import SCOPES

__all__ = [
    "ActingFor",
    "ProxyAccount",
    "ProxyRow",
    "SCOPES",
    "acting_for",
    "choose_person",
    "chosen",
    "end",
    "grant",
    "in_scope",
    "proxies_of",
    "proxy_account",
    "require_scope",
]
