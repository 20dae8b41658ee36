"""What must somebody look at now, how loud is it, who has it, and what was done?"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

KINDS = ("score", "rising", "worried", "late", "review")
LEVELS = ("amber", "red")
UNREAD = Q(closed_at__isnull=True, taken_at__isnull=True)


class Alert(models.Model):
    """One alert about one stay; of a kind there is one at a time. Unread until somebody takes it, open until it is answered.

    `rung` is how far up its ladder it has gone and `next_rung_at` when the next is told. `raised` counts how often it
    was raised afresh because things got worse. `told_users` and `told_teams` (as a whole, with nobody named) gather
    whom its tellings told, so that every page can count by index what one colleague was told and nobody has taken.
    """

    id = models.UUIDField(primary_key=True)
    stay = models.ForeignKey("monitoring.Stay", on_delete=models.PROTECT, related_name="alerts")
    person_id = models.UUIDField()
    team_code = models.TextField()
    kind = models.TextField()
    level = models.TextField()
    words = models.TextField()
    response = models.TextField(default="")
    total = models.SmallIntegerField(null=True)
    set_id = models.UUIDField(null=True)
    first_at = models.DateTimeField()
    raised_at = models.DateTimeField()
    raised = models.SmallIntegerField(default=1)
    rung = models.SmallIntegerField(default=0)
    next_rung_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)
    taken_by = models.TextField(default="")
    taken_user = models.UUIDField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.TextField(default="")
    answer_code = models.TextField(default="")
    helped = models.BooleanField(null=True)
    closed_words = models.TextField(default="")
    told_users = ArrayField(models.UUIDField(), default=list)
    told_teams = ArrayField(models.TextField(), default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="monitoring_alert_kind"),
            models.CheckConstraint(condition=Q(level__in=LEVELS), name="monitoring_alert_level"),
            models.UniqueConstraint(
                fields=["stay", "kind"], condition=Q(closed_at__isnull=True), name="monitoring_alert_once"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(next_rung_at__isnull=True), name="monitoring_alert_quiet"
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_rung_at"], name="monitoring_alert_rung", condition=Q(next_rung_at__isnull=False)
            ),
            GinIndex(
                fields=["told_users", "told_teams"], name="monitoring_alert_told", condition=UNREAD, fastupdate=False
            ),
            models.Index(fields=["team_code", "first_at"], name="monitoring_alert_team"),
            models.Index(fields=["person_id"], name="monitoring_alert_person"),
        ]
