"""By which way does this go out in this house? Settings say it; what cannot go says why."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from homeward.directory import api as directory
from homeward.exchange.bars.partners_file import BadFile, reached
from homeward.exchange.channels.bars import Bars
from homeward.exchange.channels.folder import Folder
from homeward.exchange.channels.notify import BadKey, Notify
from homeward.exchange.channels.protocol import Way
from homeward.exchange.channels.webhook import Webhook
from homeward.exchange.models import Outgoing, Subscription
from homeward.exchange.rules.trying import Outcome
from homeward.exchange.vocabulary import TO_PEOPLE


class NoWay:
    """Nothing can go out by this way yet; it waits, and says so."""

    def __init__(self, words: str) -> None:
        self._words = words

    def deliver(self, row: Outgoing) -> Outcome:
        """It is not lost: a human finds it once the tries are over."""
        return Outcome(result="again", words=self._words)


def way_for(row: Outgoing) -> Way:
    """The way out for this row."""
    if row.channel in TO_PEOPLE:
        return _people(settings.HOMEWARD_MESSAGES)
    if row.channel == "bars":
        return _partner(row.partner)
    return _subscriber(row)


def folder() -> Folder:
    """The folder of messages in the data folder."""
    return Folder(Path(settings.HOMEWARD_MESSAGES_FOLDER))


def _partner(code: str) -> Way:
    """The partner's system; in a demonstration, where it has no address, the folder."""
    partner = directory.place().partners.get(code)
    if partner is None:
        return NoWay(f"The partner '{code}' is not declared any more.")
    try:
        found = reached(partner, Path(settings.HOMEWARD_PARTNERS))
    except BadFile as wrong:
        return NoWay(str(wrong))
    if found is None:
        return folder() if settings.HOMEWARD_DEMO else NoWay(f"Nobody has set the address of {partner.title}.")
    return Bars(found)


def _subscriber(row: Outgoing) -> Way:
    found = Subscription.objects.filter(id=row.subscription_id).first() if row.subscription_id else None
    return Webhook(found, private=settings.HOMEWARD_PRIVATE_HOOKS) if found else NoWay("The subscription is gone.")


@lru_cache(maxsize=4)
def _people(by: str) -> Way:
    if by == "folder":
        return folder()
    if by != "notify":
        return NoWay(f"HOMEWARD_MESSAGES is '{by}', which is no way to send. Set it to folder or notify.")
    templates = {
        "sms": settings.HOMEWARD_NOTIFY_SMS, "email": settings.HOMEWARD_NOTIFY_EMAIL, "letter": settings.HOMEWARD_NOTIFY_LETTER,
    }  # fmt: skip
    try:
        return Notify(address=settings.HOMEWARD_NOTIFY_URL, key=settings.HOMEWARD_NOTIFY_KEY, templates=templates)
    except BadKey as wrong:
        return NoWay(str(wrong))
