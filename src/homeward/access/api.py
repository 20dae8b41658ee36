"""The door to access: the gate, the guard's questions, relationships, accounts, links and partner systems."""

from homeward.access import consent, gate, proxy, relationships
from homeward.access.actions.add_membership import add_membership
from homeward.access.actions.allow_app import allow_app
from homeward.access.actions.allow_app import lasts as app_lasts
from homeward.access.actions.app_tokens import AppTokens, redeem_code, refresh_tokens, revoke_app_token
from homeward.access.actions.ask_copy import ask_copy
from homeward.access.actions.bind_subject import account_for_subject
from homeward.access.actions.break_glass import break_glass
from homeward.access.actions.citizen_account import citizen_account
from homeward.access.actions.close_client import close_client
from homeward.access.actions.close_user import close_user
from homeward.access.actions.create_client import NewClient, create_client
from homeward.access.actions.create_user import create_user
from homeward.access.actions.end_app import end_app
from homeward.access.actions.end_membership import end_membership
from homeward.access.actions.enrol_device import NewDevice, enrol_device
from homeward.access.actions.export_log import export_log
from homeward.access.actions.gather_export import gather
from homeward.access.actions.issue_link import Token, issue_link
from homeward.access.actions.judge_glass import judge_glass
from homeward.access.actions.lose_device import device_wiped, lose_device, lose_device_for
from homeward.access.actions.open_export import CopyFile, open_export
from homeward.access.actions.register_app import NewApp, register_app
from homeward.access.actions.revoke_link import revoke_link
from homeward.access.actions.set_password import set_password
from homeward.access.actions.set_second_factor import set_second_factor
from homeward.access.actors import RoleNotChosen, actor_of, carer_team, system
from homeward.access.demonstration import (
    DEMO_PASSWORD,
    Post,
    demo_accounts,
    demo_secret,
    is_demo_account,
    make_demo_account,
)
from homeward.access.protect import protect
from homeward.access.queries.accounts import Account, account, accounts
from homeward.access.queries.app_origins import is_origin_of_app
from homeward.access.queries.apps import AllowedApp, App, allowed_apps, app, app_named, apps_to_open
from homeward.access.queries.bearer import Bearer
from homeward.access.queries.client_stands import client_stands
from homeward.access.queries.colleagues import colleagues
from homeward.access.queries.copy_of import unpacked
from homeward.access.queries.devices import DeviceView, device_called, devices_of, devices_of_teams
from homeward.access.queries.exports import ExportRow, exports
from homeward.access.queries.glass import (
    GlassPage,
    GlassRow,
    glass_of,
    glass_one,
    glass_open,
    glass_queue,
    glass_until,
    shut_by,
)
from homeward.access.queries.last_look import last_look
from homeward.access.queries.launching import launch_token, read_launch, use_launch
from homeward.access.queries.links import OpenLink, open_links
from homeward.access.queries.may import in_scope, may, may_read
from homeward.access.queries.may_see import may_see, sensitivity_of
from homeward.access.queries.members import Member, members_of, still_in
from homeward.access.queries.memberships import MembershipView, choose_membership, chosen_role, memberships_of
from homeward.access.queries.near_people import Known
from homeward.access.queries.open_link import forget_link, link_actor, look_at_link, open_link
from homeward.access.queries.openings import Filters, Opening, Openings, search_openings, team_openings
from homeward.access.queries.read_before import ReadBy, read_before
from homeward.access.queries.seal_state import SealState, seal_state, verified
from homeward.access.queries.sends import kinds_that_apps_send
from homeward.access.queries.still_at_work import still_at_work
from homeward.access.queries.tokens import (
    IssuedToken,
    bearer,
    issue_token,
    verify_token,
)
from homeward.access.queries.unusual_access import Sign, Unusual, unusual_access
from homeward.access.queries.who_looked import Look, Looks, page_of_looks, who_looked
from homeward.access.rules.app_scopes import FOR_APPS, LAUNCH, granted, is_app_scope, scopes_that_send, sent_kinds
from homeward.access.rules.authorising import AUTHORISE_NAMES, SentBack, Wanted, judge_authorise
from homeward.access.rules.in_words import in_words
from homeward.access.rules.looking import looks_said
from homeward.access.rules.pkce import is_challenge, verifies
from homeward.access.rules.redirects import is_address_of_app, origin_of
from homeward.access.rules.saying import said, said_why
from homeward.access.rules.scopes_in_words import AppMay, in_plain_words, said_to_citizens
from homeward.access.vocabulary import declare_job

__all__ = [
    "AUTHORISE_NAMES",
    "AppMay",
    "app_named",
    "kinds_that_apps_send",
    "said_to_citizens",
    "scopes_that_send",
    "sent_kinds",
    "FOR_APPS",
    "LAUNCH",
    "SentBack",
    "Wanted",
    "granted",
    "in_plain_words",
    "in_words",
    "is_app_scope",
    "is_origin_of_app",
    "judge_authorise",
    "launch_token",
    "may_read",
    "read_launch",
    "use_launch",
    "AllowedApp",
    "App",
    "AppTokens",
    "NewApp",
    "allow_app",
    "allowed_apps",
    "app",
    "app_lasts",
    "apps_to_open",
    "end_app",
    "is_address_of_app",
    "is_challenge",
    "verifies",
    "origin_of",
    "redeem_code",
    "refresh_tokens",
    "register_app",
    "revoke_app_token",
    "Account",
    "Bearer",
    "CopyFile",
    "DEMO_PASSWORD",
    "DeviceView",
    "ExportRow",
    "Filters",
    "GlassPage",
    "GlassRow",
    "IssuedToken",
    "Known",
    "Member",
    "Look",
    "Looks",
    "MembershipView",
    "NewClient",
    "NewDevice",
    "Opening",
    "Openings",
    "Post",
    "RoleNotChosen",
    "SealState",
    "Sign",
    "OpenLink",
    "Token",
    "Unusual",
    "account",
    "account_for_subject",
    "accounts",
    "actor_of",
    "add_membership",
    "ask_copy",
    "bearer",
    "break_glass",
    "carer_team",
    "choose_membership",
    "chosen_role",
    "citizen_account",
    "client_stands",
    "close_client",
    "colleagues",
    "close_user",
    "consent",
    "create_client",
    "create_user",
    "declare_job",
    "demo_accounts",
    "demo_secret",
    "device_called",
    "device_wiped",
    "devices_of",
    "devices_of_teams",
    "end_membership",
    "enrol_device",
    "export_log",
    "exports",
    "forget_link",
    "gather",
    "gate",
    "glass_of",
    "glass_one",
    "glass_open",
    "glass_queue",
    "glass_until",
    "in_scope",
    "is_demo_account",
    "issue_link",
    "lose_device",
    "lose_device_for",
    "issue_token",
    "last_look",
    "ReadBy",
    "read_before",
    "judge_glass",
    "link_actor",
    "look_at_link",
    "make_demo_account",
    "may",
    "may_see",
    "members_of",
    "still_in",
    "memberships_of",
    "open_export",
    "open_link",
    "open_links",
    "protect",
    "proxy",
    "relationships",
    "revoke_link",
    "said",
    "said_why",
    "seal_state",
    "still_at_work",
    "search_openings",
    "set_password",
    "sensitivity_of",
    "set_second_factor",
    "shut_by",
    "system",
    "team_openings",
    "unpacked",
    "unusual_access",
    "verified",
    "verify_token",
    "looks_said",
    "page_of_looks",
    "who_looked",
]
