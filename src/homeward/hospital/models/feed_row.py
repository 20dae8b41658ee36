"""What did a ward's system tell, word for word, and what became of it?"""

from django.db import models
from django.db.models import Q

OUTCOMES = ("applied", "unchanged", "refused", "waiting", "answered")


class FeedRow(models.Model):
    """One telling. A refused one is kept with the reason, so that nobody is lost; the same telling twice is one row.

    One that waits is about somebody very like a person here: a human says which of them it is, or none.

    One that was refused or waits is `answered` by a later telling of the same stay, `answered_by`; its reason stays.
    `settled_by` said whom it is about: from then on `source` is known to mean that person by its `local_number`.

    Without a person it is closed to everybody but the job that reads feeds.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField(null=True)
    stay_id = models.UUIDField(null=True)
    way = models.TextField()
    source = models.TextField()
    line = models.IntegerField(default=0)
    digest = models.TextField()
    told = models.JSONField()
    outcome = models.TextField()
    reason = models.TextField(default="")
    team_code = models.TextField(default="")
    received_at = models.DateTimeField()
    local_number = models.TextField(default="")
    settled_by = models.TextField(default="")
    settled_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=OUTCOMES), name="hospital_feedrow_outcome"),
            models.CheckConstraint(condition=~Q(outcome="refused") | ~Q(reason=""), name="hospital_feedrow_says_why"),
            models.CheckConstraint(condition=~Q(outcome="waiting") | Q(person_id=None), name="hospital_feedrow_of_nobody_yet"),
            models.CheckConstraint(
                condition=Q(outcome="answered", answered_by__isnull=False, answered_at__isnull=False)
                | (~Q(outcome="answered") & Q(answered_by=None, answered_at=None)),
                name="hospital_feedrow_answered_whole",
            ),
            models.CheckConstraint(
                condition=Q(settled_by="", settled_at=None) | (~Q(settled_by="") & Q(settled_at__isnull=False)),
                name="hospital_feedrow_settled_whole",
            ),
            models.UniqueConstraint(fields=["source", "digest"], name="hospital_feedrow_once"),
        ]
        indexes = [
            models.Index(fields=["source", "received_at"], name="hospital_feedrow_heard"),
            models.Index(
                fields=["team_code", "-received_at"], name="hospital_feedrow_refused", condition=Q(outcome="refused")
            ),
            models.Index(
                fields=["team_code", "received_at"], name="hospital_feedrow_waiting", condition=Q(outcome="waiting")
            ),
            models.Index(
                fields=["source"], name="hospital_feedrow_open", condition=Q(outcome__in=("refused", "waiting"))
            ),
            models.Index(
                fields=["team_code", "-answered_at"], name="hospital_feedrow_answered", condition=Q(outcome="answered")
            ),
            models.Index(
                fields=["team_code", "-settled_at"], name="hospital_feedrow_settled", condition=Q(settled_at__isnull=False)
            ),
        ]
