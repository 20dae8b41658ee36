"""The door to access: the gate, the guard's questions, relationships, accounts and links."""

from homeward.access import gate, relationships
from homeward.access.actions.add_membership import add_membership
from homeward.access.actions.create_user import create_user
from homeward.access.actors import RoleNotChosen, actor_of, carer_team, system
from homeward.access.protect import protect
from homeward.access.queries.may import may
from homeward.access.vocabulary import declare_job

__all__ = [
    "add_membership",
    "create_user",
    "RoleNotChosen",
    "actor_of",
    "carer_team",
    "declare_job",
    "gate",
    "may",
    "protect",
    "relationships",
    "system",
]
