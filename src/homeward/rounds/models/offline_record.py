"""What did a telephone tell that was written down without a signal, and did it become part of the record?"""

from django.db import models
from django.db.models import Q

KINDS = ("contact", "not_seen", "note", "read")
STATES = ("kept", "taken", "clash", "refused", "settled")


class OfflineRecord(models.Model):
    """One record as it arrived, under the id that the telephone gave it; what it told is never changed.

    `happened_at` is when it truly happened, `written_at` when it was written down, `arrived_at` when it came here.
    `clash`: somebody else changed the visit meanwhile; `refused`: it cannot be as it is told. Both wait for a person.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    encounter_id = models.UUIDField()
    team_code = models.TextField()
    device_id = models.UUIDField()
    user_id = models.UUIDField()
    name = models.TextField()
    kind = models.TextField()
    happened_at = models.DateTimeField()
    written_at = models.DateTimeField()
    arrived_at = models.DateTimeField()
    told = models.JSONField()  # as received; read by `rules.told` when it is taken
    state = models.TextField(default="kept")
    why = models.TextField(default="")
    settled_at = models.DateTimeField(null=True)
    settled_by = models.TextField(default="")
    settled_how = models.TextField(default="")
    settled_words = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="rounds_offlinerecord_kind"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="rounds_offlinerecord_state"),
            models.CheckConstraint(
                condition=Q(state="settled", settled_at__isnull=False)
                | (~Q(state="settled") & Q(settled_at__isnull=True)),
                name="rounds_offlinerecord_settled",
            ),
        ]
        indexes = [
            models.Index(fields=["person_id"], name="rounds_offlinerecord_person"),
            models.Index(
                fields=["team_code"],
                condition=Q(state__in=("kept", "clash", "refused")),
                name="rounds_offlinerecord_open",
            ),
        ]
