"""Who rang the line, about whom, asking what, and what was going to happen without the call?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


class Call(models.Model):
    """One call. Nobody known: `person_id` is empty, and `told_words` says whom it is about as the caller said it.

    What the caller asked and what was meant (`intended_…`) never change: the database refuses it. `advised_at`,
    `outcome_…` and `safety_due_at` repeat the latest advice and safety check, for lists. `answered_at` is when the call was
    picked up, `taken_at` when its intake was saved.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField(null=True)
    line_code = models.TextField()
    team_code = models.TextField()
    caller_kind = models.TextField()
    caller_title = models.TextField()
    caller_name = models.TextField()
    caller_organisation = models.TextField(default="")
    caller_phone = models.TextField()
    conveys = models.BooleanField()
    told_words = models.TextField(default="")
    told_age = models.IntegerField(null=True)
    question = models.TextField()
    need_code = models.TextField()
    sign_codes = ArrayField(models.TextField(), default=list)
    intended_code = models.TextField()
    intended_title = models.TextField()
    intended_hospital = models.BooleanField(null=True)
    eligible = models.BooleanField(null=True)
    eligible_words = models.TextField(default="")
    waited_seconds = models.IntegerField(null=True)
    answered_at = models.DateTimeField()
    taken_at = models.DateTimeField()
    taken_by = models.TextField()
    taken_by_user = models.UUIDField(null=True)
    key = models.TextField(null=True, unique=True)
    advised_at = models.DateTimeField(null=True)
    outcome_code = models.TextField(default="")
    outcome_title = models.TextField(default="")
    outcome_hospital = models.BooleanField(null=True)
    referral_id = models.UUIDField(null=True)
    safety_due_at = models.DateTimeField(null=True)
    ended_words = models.TextField(default="")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(advised_at__isnull=True, outcome_hospital__isnull=True)
                | Q(advised_at__isnull=False, outcome_hospital__isnull=False),
                name="front_door_call_advised",
            ),
            models.CheckConstraint(condition=Q(answered_at__lte=F("taken_at")), name="front_door_call_answered_first"),
        ]
        indexes = [
            models.Index(fields=["team_code", "-answered_at"], name="front_door_call_lately"),
            models.Index(
                fields=["team_code", "answered_at"],
                name="front_door_call_waiting",
                condition=Q(advised_at__isnull=True, ended_at__isnull=True),
            ),
            models.Index(
                fields=["team_code", "safety_due_at"],
                name="front_door_call_safety",
                condition=Q(safety_due_at__isnull=False),
            ),
            models.Index(fields=["person_id", "-answered_at"], name="front_door_call_person"),
        ]
