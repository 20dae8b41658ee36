"""The door to access: the gate, the guard's questions, relationships, accounts, links and partner systems."""

from homeward.access import gate, relationships
from homeward.access.actions.add_membership import add_membership
from homeward.access.actions.close_client import close_client
from homeward.access.actions.close_user import close_user
from homeward.access.actions.create_client import NewClient, create_client
from homeward.access.actions.create_user import create_user
from homeward.access.actions.end_membership import end_membership
from homeward.access.actions.issue_link import Token, issue_link
from homeward.access.actions.revoke_link import revoke_link
from homeward.access.actions.set_password import set_password
from homeward.access.actors import RoleNotChosen, actor_of, carer_team, system
from homeward.access.protect import protect
from homeward.access.queries.may import may
from homeward.access.queries.open_link import link_actor, open_link
from homeward.access.queries.tokens import (
    Bearer,
    IssuedToken,
    bearer,
    issue_token,
    verify_token,
)
from homeward.access.vocabulary import declare_job

__all__ = [
    "Bearer",
    "IssuedToken",
    "NewClient",
    "RoleNotChosen",
    "Token",
    "actor_of",
    "add_membership",
    "bearer",
    "carer_team",
    "close_client",
    "close_user",
    "create_client",
    "create_user",
    "declare_job",
    "end_membership",
    "gate",
    "issue_link",
    "issue_token",
    "link_actor",
    "may",
    "open_link",
    "protect",
    "relationships",
    "revoke_link",
    "set_password",
    "system",
    "verify_token",
]
