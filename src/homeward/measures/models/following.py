"""Who wants to be told when a number changes more than chance explains?"""

from django.db import models
from django.db.models import Q

KINDS = ("measure", "board", "own")


class Following(models.Model):
    """One colleague follows one measure, for the whole place or one part of it, one declared board or one own board (its id)."""

    id = models.UUIDField(primary_key=True, editable=False)
    user_id = models.UUIDField()
    user_name = models.TextField()
    kind = models.TextField()
    code = models.TextField()
    cut = models.TextField(default="", blank=True)
    part = models.TextField(default="", blank=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="measures_following_kind"),
            models.CheckConstraint(
                condition=Q(cut="", part="") | (Q(kind="measure") & ~Q(cut="") & ~Q(part="")),
                name="measures_following_part",
            ),
            models.UniqueConstraint(
                fields=["user_id", "kind", "code", "cut", "part"],
                condition=Q(until__isnull=True),
                name="measures_following_once",
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "code"], condition=Q(until__isnull=True), name="measures_following_now")
        ]

    def __str__(self) -> str:
        return f"{self.user_name} follows {self.kind} {self.code}"
