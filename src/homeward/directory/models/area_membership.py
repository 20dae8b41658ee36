"""Which area lay within which, from when to when?"""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q


class AreaMembership(models.Model):
    """`part_code` lay within `whole_code` from `valid_from` up to and including `valid_to` (none: it still does).

    Not `entire`: only a piece of it did, so whoever belongs to the part does not surely belong to the whole.
    """

    part_code = models.TextField()
    whole_code = models.TextField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    entire = models.BooleanField(default=True)
    edited = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="directory_membership_days"
            ),
            ExclusionConstraint(
                name="directory_membership_once",
                expressions=[
                    ("part_code", RangeOperators.EQUAL),
                    ("whole_code", RangeOperators.EQUAL),
                    (
                        Func(
                            "valid_from",
                            "valid_to",
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                            function="DATERANGE",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]
