"""Which two records may be one person, and what did a reviewer decide?"""

from django.db import models
from django.db.models import F, Q

from homeward.people.models.person import Person
from homeward.people.vocabulary import PAIR_STATES


class MatchPair(models.Model):
    """Two records that resemble one another. `person` has the lower id, so that a pair is there once.

    `weight` is log2 of the odds that they are one; `signs` says, code by code, what agreed and what did not, under the
    named policy. `sure`: the policy's number rule held.
    """

    id = models.UUIDField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    other_id = models.UUIDField()
    weight = models.FloatField()
    signs = models.TextField()
    policy = models.TextField()
    sure = models.BooleanField(default=False)
    state = models.TextField(default="waiting")
    found_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.TextField(default="")
    reason = models.TextField(default="")
    merge_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(person__lt=F("other_id")), name="people_pair_two"),
            models.CheckConstraint(condition=Q(state__in=list(PAIR_STATES)), name="people_pair_state"),
            models.CheckConstraint(
                condition=Q(state="waiting") | (Q(decided_at__isnull=False) & ~Q(reason="")), name="people_pair_decided"
            ),
            models.UniqueConstraint(fields=["person", "other_id"], name="people_pair_once"),
        ]
        indexes = [
            models.Index(fields=["state", "-weight"], name="people_pair_queue"),
            models.Index(fields=["other_id"], name="people_pair_other"),
        ]
