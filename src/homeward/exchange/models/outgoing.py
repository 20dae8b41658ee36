"""What has been or is to be sent out, to whom, and did it arrive?"""

from django.db import models
from django.db.models import Q

from homeward.exchange.vocabulary import CHANNELS, STATES, WAITING


class Outgoing(models.Model):
    """One thing on its way out. The same `key` is the same thing, here and for whoever receives it.

    `recipient` is the number, address or partner it goes to. `thread`: what must arrive in its order. `leased_until`: a
    worker has it until then. `useful_until`: after that it would mislead. `owner_team` looks after it when it cannot be sent.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    key = models.TextField(unique=True)
    person_id = models.UUIDField(null=True)
    channel = models.TextField()
    kind = models.TextField()
    recipient = models.TextField()
    recipient_name = models.TextField(default="")
    subject = models.TextField(default="")
    words = models.TextField(default="")
    payload = models.TextField(default="")
    language = models.TextField(default="en")
    partner = models.TextField(default="")
    subscription_id = models.UUIDField(null=True)
    about_kind = models.TextField(default="")
    about_id = models.UUIDField(null=True)
    thread = models.TextField(default="")
    owner_team = models.TextField(default="")
    by_name = models.TextField()
    why = models.TextField()
    urgent = models.BooleanField(default=False)
    state = models.TextField(default="queued")
    state_words = models.TextField(default="")
    element = models.TextField(default="")
    tries = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField()
    next_at = models.DateTimeField()
    useful_until = models.DateTimeField(null=True)
    leased_until = models.DateTimeField(null=True)
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    provider_id = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=tuple(STATES)), name="exchange_outgoing_state"),
            models.CheckConstraint(condition=Q(channel__in=tuple(CHANNELS)), name="exchange_outgoing_channel"),
            models.CheckConstraint(
                condition=Q(state__in=WAITING, ended_at__isnull=True)
                | (~Q(state__in=WAITING) & Q(ended_at__isnull=False)),
                name="exchange_outgoing_ended",
            ),
        ]
        indexes = [
            models.Index(fields=["next_at"], condition=Q(state__in=WAITING), name="exchange_outgoing_due"),
            models.Index(
                fields=["thread", "queued_at"],
                condition=Q(state__in=WAITING) & ~Q(thread=""),
                name="exchange_outgoing_thread",
            ),
            models.Index(fields=["person_id", "-queued_at"], name="exchange_outgoing_person"),
            models.Index(fields=["owner_team", "-queued_at"], name="exchange_outgoing_owner"),
            models.Index(fields=["about_id"], name="exchange_outgoing_about"),
            models.Index(fields=["owner_team", "ended_at"], condition=Q(state="dead"), name="exchange_outgoing_dead"),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.kind} ({self.state})"

    @property
    def is_waiting(self) -> bool:
        """Is it still to go?"""
        return self.state in WAITING
