"""Who decided what about a visit that was put off, or that nobody opened the door for?"""

from django.db import models
from django.db.models import Q


class Decision(models.Model):
    """One step, never changed: of the no-access protocol, or a deferral with its reason, its risk and who bears it."""

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    encounter_id = models.UUIDField()
    kind = models.TextField()
    code = models.TextField()
    words = models.TextField(default="")
    risk = models.TextField(default="")
    moved_from = models.DateTimeField(null=True)
    moved_to = models.DateTimeField(null=True)
    decided_by = models.TextField()
    decided_user = models.UUIDField(null=True)
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="no_access") | Q(kind="deferral", moved_to__isnull=False), name="rounds_decision_kind"
            ),
        ]
        indexes = [
            models.Index(fields=["person_id"], name="rounds_decision_person"),
            models.Index(fields=["encounter_id"], name="rounds_decision_encounter"),
        ]
