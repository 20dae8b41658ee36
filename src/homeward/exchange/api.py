"""The door to what leaves the house: telling people, looking after what could not be sent, what went out about somebody, and national returns."""

from homeward.exchange.actions.contact_rules import allow, forbid, prefer
from homeward.exchange.actions.note_answer import note_answer
from homeward.exchange.actions.retry import give_up, retry
from homeward.exchange.actions.send import send
from homeward.exchange.actions.subscribe import subscribe, switch_on, unsubscribe
from homeward.exchange.bars import codes as bars_codes
from homeward.exchange.bars.compose import ReferralToSend, referral_message
from homeward.exchange.channels.webhook import set_resource_reader
from homeward.exchange.models import ContactRule, Outgoing, Subscription
from homeward.exchange.queries.asked_there import AskedThere, asked_there
from homeward.exchange.queries.contacting import Contacting, contacting
from homeward.exchange.queries.messages_of import MessageView, message, messages_of
from homeward.exchange.queries.outbox import Filters, Outbox, outbox
from homeward.exchange.queries.person_of import person_of_message
from homeward.exchange.queries.state import OutboxState, outbox_state
from homeward.exchange.queries.subscriptions import every_subscription, subscription, subscriptions
from homeward.exchange.queries.taken_at_once import TakenAtOnce, one_taken_at_once, set_desk, stop_taking, taken_at_once
from homeward.exchange.returns import api as returns
from homeward.exchange.vocabulary import CHANNELS, STATES, TO_PEOPLE

__all__ = [
    "AskedThere",
    "CHANNELS",
    "STATES",
    "TO_PEOPLE",
    "ContactRule",
    "Contacting",
    "Filters",
    "MessageView",
    "Outbox",
    "OutboxState",
    "Outgoing",
    "ReferralToSend",
    "Subscription",
    "TakenAtOnce",
    "allow",
    "asked_there",
    "bars_codes",
    "contacting",
    "every_subscription",
    "forbid",
    "give_up",
    "message",
    "messages_of",
    "note_answer",
    "one_taken_at_once",
    "outbox",
    "outbox_state",
    "person_of_message",
    "prefer",
    "referral_message",
    "retry",
    "returns",
    "send",
    "set_desk",
    "set_resource_reader",
    "stop_taking",
    "subscribe",
    "subscription",
    "subscriptions",
    "switch_on",
    "taken_at_once",
    "unsubscribe",
]
