"""What is being done about a number, by whom and by when?"""

from django.db import models
from django.db.models import Q

from homeward.measures.models.flag import Flag


class Action(models.Model):
    """One thing to do, with one owner: a colleague (`owner_id`) or a team (`owner_team`). It names no patient."""

    id = models.UUIDField(primary_key=True, editable=False)
    measure_code = models.TextField()
    flag = models.ForeignKey(Flag, on_delete=models.PROTECT, null=True, related_name="actions")
    what = models.TextField()
    owner_id = models.UUIDField(null=True)
    owner_team = models.TextField(default="", blank=True)
    owner_name = models.TextField()
    due_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.TextField()
    done_at = models.DateTimeField(null=True)
    done_by = models.TextField(default="", blank=True)
    outcome = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="measures_action_says_what"),
            models.CheckConstraint(
                condition=Q(owner_id__isnull=False, owner_team="") | (Q(owner_id__isnull=True) & ~Q(owner_team="")),
                name="measures_action_one_owner",
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | (~Q(done_by="") & ~Q(outcome="")), name="measures_action_done_how"
            ),
        ]
        indexes = [
            models.Index(fields=["measure_code", "-made_at"], name="measures_action_of"),
            models.Index(fields=["due_on"], condition=Q(done_at__isnull=True), name="measures_action_open"),
        ]

    def __str__(self) -> str:
        return self.what
