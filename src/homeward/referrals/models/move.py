"""What has happened to a referral, step by step? Rows are only ever added."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.referrals.models.service_request import ServiceRequest
from homeward.referrals.models.standing import Standing


class Move(Standing):
    """One step: from where to where, by whom, when and why; its standing is the referral's after it.

    `undoes` is the move that this one takes back; a move can be taken back once.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    referral = models.ForeignKey(ServiceRequest, on_delete=models.PROTECT, related_name="moves")
    person_id = models.UUIDField()
    kind = models.TextField()
    from_state = models.TextField(null=True)
    from_team = models.TextField(null=True)
    reason_code = models.TextField(default="")
    words = models.TextField(default="")
    at = models.DateTimeField()
    actor_id = models.UUIDField(null=True)
    actor_name = models.TextField()
    actor_kind = models.TextField()
    actor_role = models.TextField(default="")
    actor_teams = ArrayField(models.TextField(), default=list)
    organisation = models.TextField(default="")
    undoes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="undone_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["referral", "version"], name="referrals_move_once_a_version"),
            models.CheckConstraint(
                condition=Q(kind="undo", undoes__isnull=False) | (~Q(kind="undo") & Q(undoes__isnull=True)),
                name="referrals_move_undo_names_its_move",
            ),
        ]
        indexes = [models.Index(fields=["person_id"], name="referrals_move_person")]

    def __str__(self) -> str:
        return f"{self.kind} → {self.state}"

    @property
    def to_state(self) -> str:
        """The state it led to."""
        return self.state

    @property
    def to_team(self) -> str:
        """The team that owned the referral after it."""
        return str(self.owner_team_id)
