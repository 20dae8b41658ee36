"""Which board packs were asked for, by whom, and how far is each?"""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

OVERDUE = timedelta(minutes=10)


class Pack(models.Model):
    """One PDF of boards: asked for, made by the worker, kept with the lake it was counted from, thrown away after its days.

    `boards` are codes of declared boards; `own` is a colleague's board as it stood then, {} when there is none. `asked` is
    what was asked of every number: period and area, as the boards' pages have it in their address.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    title = models.TextField()
    boards = models.JSONField(default=list)
    own = models.JSONField(default=dict)
    asked = models.JSONField(default=dict)
    small = models.BooleanField(default=False)
    asked_by_id = models.UUIDField()
    asked_by = models.TextField()
    asked_at = models.DateTimeField()
    state = models.TextField(default="waiting")
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    content = models.BinaryField(null=True)
    size = models.PositiveIntegerField(default=0)
    sha256 = models.TextField(default="", blank=True)
    lake_at = models.DateTimeField(null=True)
    lake = models.TextField(default="", blank=True)
    ready_at = models.DateTimeField(null=True)
    words = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "making", "ready", "failed", "removed")), name="measures_pack_state"
            ),
            models.CheckConstraint(
                condition=Q(state="ready", content__isnull=False) | (~Q(state="ready") & Q(content__isnull=True)),
                name="measures_pack_has_content",
            ),
        ]
        indexes = [models.Index(fields=["asked_by_id", "-asked_at"], name="measures_pack_newest")]

    def __str__(self) -> str:
        return f"{self.title}: {self.state} {self.done}/{self.total}"

    @property
    def moving(self) -> bool:
        """Is it still to be made?"""
        return self.state in ("waiting", "making")

    def overdue(self, at: datetime) -> bool:
        """Is it still to be made, though it should long be ready?"""
        return self.moving and at - self.asked_at > OVERDUE

    def again(self, at: datetime) -> bool:
        """May it be asked for again?"""
        return self.state in ("failed", "removed") or self.overdue(at)
