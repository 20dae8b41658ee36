"""Who needs care at home to leave hospital, how much, and how far is it from being found?"""

from django.db import models
from django.db.models import F, Q

STATES = ("asked", "agreed", "running", "ended", "withdrawn")


class HomeCare(models.Model):
    """One request for P1 home care. Handed back, it is asked again: the request never closes because nobody is free.

    `line_id`: the line of the ledger of capacity on which the hours that were found are booked; none when they are not on it.

    Hours are hours a week. `hours_start` and `hours_end` are what the person had when it began and when it ended.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    stay = models.ForeignKey("hospital.Stay", on_delete=models.PROTECT, null=True, related_name="home_care")
    team_code = models.TextField()
    asked_team = models.TextField()
    state = models.TextField(default="asked")
    hours_wanted = models.DecimalField(max_digits=5, decimal_places=2)
    hours_now = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    hours_start = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    hours_end = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    start_on = models.DateField()
    provider = models.TextField(default="")
    line_id = models.UUIDField(null=True)
    words = models.TextField(default="")
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    handed_back = models.IntegerField(default=0)
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="hospital_homecare_state"),
            models.CheckConstraint(condition=Q(hours_wanted__gt=0, hours_wanted__lte=168), name="hospital_homecare_hours"),
            models.CheckConstraint(condition=~Q(state="running") | Q(started_at__isnull=False, hours_now__isnull=False), name="hospital_homecare_runs"),
            models.CheckConstraint(condition=Q(ended_at=None) | Q(ended_at__gte=F("asked_at")), name="hospital_homecare_ends_after"),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["team_code", "start_on"], name="hospital_homecare_open", condition=Q(ended_at=None)),
            models.Index(fields=["person_id"], name="hospital_homecare_person"),
        ]
