"""Who is on a virtual ward, by which rules, and what is due for them next?"""

from django.db import models
from django.db.models import F, Q

STATES = ("on", "in_hospital", "visited", "ended")
OPEN = ("on", "in_hospital")
VISITED = "visited"


class Stay(models.Model):
    """One stay on a virtual ward, read by the policy it began under; it hangs on the need, and outlives a spell in hospital.

    `next_due_at` is when a whole set of observations is due, `review_due_at` the senior's review. `last_*` repeat the
    newest whole set: a partial one never shows here, but `partial` says that one came since. `looked_at` is when a
    colleague last looked, and `unseen` how many sets came from a carer or device since then.

    With the state `visited` it is no ward's: a visitor measured, and what is alerted and to whom follows the same policy.
    Nothing is due then, no place is taken, and it ends with the care it was measured in once every alert is answered.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    referral_id = models.UUIDField()
    episode_id = models.UUIDField(null=True)
    service_code = models.TextField()
    team_code = models.TextField()
    fingerprint = models.TextField()
    state = models.TextField(default="on")
    came_from = models.TextField(default="home")
    senior_name = models.TextField(default="")
    spo2_scale = models.TextField(default="1")
    scale_by = models.TextField(default="")
    scale_why = models.TextField(default="")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    hospital_at = models.DateTimeField(null=True)
    kept_until = models.DateTimeField(null=True)
    next_due_at = models.DateTimeField(null=True)
    review_due_at = models.DateTimeField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.TextField(default="")
    last_set_at = models.DateTimeField(null=True)
    last_total = models.SmallIntegerField(null=True)
    last_response = models.TextField(default="")
    partial = models.BooleanField(default=False)
    unseen = models.PositiveSmallIntegerField(default=0)
    looked_at = models.DateTimeField(null=True)
    looked_by = models.TextField(default="")
    booking_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="monitoring_stay_state"),
            models.CheckConstraint(condition=Q(spo2_scale__in=("1", "2")), name="monitoring_stay_scale"),
            models.CheckConstraint(
                condition=Q(state="ended", ended_at__gte=F("started_at"))
                | (~Q(state="ended") & Q(ended_at__isnull=True)),
                name="monitoring_stay_ended",
            ),
            models.UniqueConstraint(
                fields=["person_id", "service_code"], condition=Q(state__in=OPEN), name="monitoring_stay_once"
            ),
            models.UniqueConstraint(
                fields=["referral_id", "service_code"], condition=Q(state="visited"), name="monitoring_stay_visited_once"
            ),
            models.CheckConstraint(
                condition=~Q(state="visited") | Q(next_due_at__isnull=True, review_due_at__isnull=True, booking_id__isnull=True),
                name="monitoring_stay_visited_owes_nothing",
            ),
            models.CheckConstraint(
                condition=Q(last_set_at__isnull=True, last_total__isnull=True)
                | Q(last_set_at__isnull=False, last_total__isnull=False),
                name="monitoring_stay_last",
            ),
        ]
        indexes = [
            models.Index(fields=["person_id"], name="monitoring_stay_person"),
            models.Index(fields=["team_code"], name="monitoring_stay_team", condition=Q(state__in=OPEN)),
            models.Index(fields=["team_code"], name="monitoring_stay_visited", condition=Q(state="visited")),
            models.Index(fields=["next_due_at"], name="monitoring_stay_due", condition=Q(state="on")),
            models.Index(fields=["review_due_at"], name="monitoring_stay_review", condition=Q(state="on")),
        ]
