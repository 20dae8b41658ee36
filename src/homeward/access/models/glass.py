"""Who opened a record out of turn, why, until when, and how was it judged?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from homeward.foundation.ids import new_id


class Glass(models.Model):
    """One breaking of the glass: one account, one person, from a moment until another, and the judgement upon it.

    `owner_teams` looked after the person at that moment and are told. The database refuses a judge who opened it.
    """

    RIGHT, NOT_RIGHT = "right", "not_right"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField()
    actor_id = models.UUIDField()
    actor_name = models.TextField()
    actor_kind = models.TextField(default="staff")
    organisation = models.TextField()
    role = models.TextField()
    reason_code = models.TextField()
    reason_title = models.TextField()
    words = models.TextField(default="")
    objected = models.BooleanField(default=False)
    owner_teams = ArrayField(models.TextField(), default=list)
    opened_at = models.DateTimeField()
    until = models.DateTimeField()
    judge_by = models.DateTimeField()
    verdict = models.TextField(default="")
    judged_at = models.DateTimeField(null=True)
    judged_by_id = models.UUIDField(null=True)
    judged_by = models.TextField(default="")
    judged_words = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("opened_at")), name="access_glass_shuts"),
            models.CheckConstraint(
                condition=Q(verdict="", judged_at__isnull=True)
                | (Q(verdict__in=("right", "not_right"), judged_at__isnull=False) & ~Q(judged_by_id=F("actor_id"))),
                name="access_glass_judged_by_another",
            ),
        ]
        indexes = [
            models.Index(fields=["person_id", "actor_id", "until"], name="access_glass_live"),
            models.Index(fields=["opened_at"], condition=Q(verdict=""), name="access_glass_to_judge"),
        ]

    def __str__(self) -> str:
        return f"{self.actor_name} until {self.until:%H:%M}"
