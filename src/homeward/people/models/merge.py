"""Which two records were found to be one person, by whom and why, and was that taken back?"""

from django.db import models
from django.db.models import Q

from homeward.people.models.person import Person


class Merge(models.Model):
    """One record joined to another. `person` is the one kept, `lost_id` the one whose id now leads there.

    `filled` maps each column of the kept person that the merge filled in to what it was and what it became.
    """

    id = models.UUIDField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merges", db_index=False)
    lost_id = models.UUIDField()
    reason = models.TextField()
    merged_at = models.DateTimeField()
    merged_by = models.TextField()
    filled = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.TextField(default="")
    undone_reason = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="people_merge_reason"),
            models.CheckConstraint(condition=~Q(person=models.F("lost_id")), name="people_merge_two"),
            models.UniqueConstraint(fields=["lost_id"], condition=Q(undone_at__isnull=True), name="people_merge_once"),
        ]
        indexes = [models.Index(fields=["person"], name="people_merge_person")]
