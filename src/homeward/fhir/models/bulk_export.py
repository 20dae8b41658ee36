"""Which bulk exports did partners ask for, and how far is each?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.fhir.bulk.vocabulary import LEFT_OUT, STATES
from homeward.foundation.ids import new_id


class BulkExport(models.Model):
    """One request. It names nobody but those whom the partner named; what was gathered stands in its pages.

    `client_id` … `teams` are the system as it was when it asked: it is read for as that system, and taken by it alone.
    `people` is empty when everybody is meant. `after` is the last person who was looked at, of `total` up to `asked_at`.
    `unchanged` are those whose record was not opened because nothing of them has changed since `since`.
    `sure_until`: all that was changed up to then is in it; what was still being written down when it was asked for may not be.
    `words` say why it failed, or why somebody here ended it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    client_id = models.UUIDField()
    client_name = models.TextField()
    organisation = models.TextField()
    role = models.TextField()
    teams = ArrayField(models.TextField(), default=list)
    scopes = ArrayField(models.TextField(), default=list)
    request = models.TextField()
    kinds = ArrayField(models.TextField(), default=list)
    whole = models.BooleanField(default=False)
    people = ArrayField(models.UUIDField(), default=list)
    since = models.DateTimeField(null=True)
    state = models.TextField(default="waiting")
    asked_at = models.DateTimeField()
    sure_until = models.DateTimeField(null=True)
    after = models.UUIDField(null=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    objected = models.PositiveIntegerField(default=0)
    restricted = models.PositiveIntegerField(default=0)
    shut = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    ready_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    words = models.TextField(default="")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(state__in=STATES), name="fhir_bulkexport_state")]
        indexes = [models.Index(fields=["organisation", "state"], name="fhir_bulkexport_moving")]

    @property
    def left_out(self) -> dict[str, int]:
        """How many are not in it, by reason; only those reasons of which there are any."""
        counts = {why: getattr(self, why) for why in LEFT_OUT}
        named = {"unknown": len(self.people) - self.total} if self.people and self.state != "waiting" else {}
        return {why: count for why, count in {**counts, **named}.items() if count}

    @property
    def given(self) -> int:
        """Of how many people something may be in it, so far."""
        return self.done - self.unchanged - sum(getattr(self, why) for why in LEFT_OUT)

    def __str__(self) -> str:
        return f"{self.state} {self.done}/{self.total}"
