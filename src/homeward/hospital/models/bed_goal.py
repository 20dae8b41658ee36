"""What does somebody in a recovery bed want to be able to do again, and could they in the end?"""

from django.db import models
from django.db.models import Q

GOAL_STATES = ("open", "met", "not_met")


class BedGoal(models.Model):
    """One goal in the person's words."""

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    bed_stay = models.ForeignKey("hospital.BedStay", on_delete=models.PROTECT, related_name="goals")
    words = models.TextField()
    state = models.TextField(default="open")
    set_at = models.DateTimeField()
    told_by = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(state__in=GOAL_STATES), name="hospital_goal_state")]
        indexes = [models.Index(fields=["person_id"], name="hospital_goal_person")]
