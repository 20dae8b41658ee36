"""Which team owned a need, from when to when? Written by the database itself, in the statement that changes the owner."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from homeward.referrals.models.service_request import ServiceRequest


class OwnerPeriod(models.Model):
    """One team's ownership. Periods of one referral never overlap, leave no gap, and the open one is the owner's."""

    id = models.BigAutoField(primary_key=True)
    referral = models.ForeignKey(ServiceRequest, on_delete=models.PROTECT, related_name="owner_periods")
    person_id = models.UUIDField()
    team = models.ForeignKey("directory.Team", on_delete=models.PROTECT, related_name="+", db_column="team")
    during = DateTimeRangeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="referrals_one_owner_at_a_time",
                expressions=[("referral", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(condition=Q(during__isempty=False), name="referrals_owned_for_some_time"),
        ]

    def __str__(self) -> str:
        return f"{self.team_id} {self.during}"
