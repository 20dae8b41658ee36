"""What did a merge carry from one person to the other, so that it can be put back exactly?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from homeward.people.models.merge import Merge
from homeward.people.models.person import Person


class Carried(models.Model):
    """The rows of one table that one merge carried. `before` maps keys to the columns that the merge changed besides."""

    id = models.BigAutoField(primary_key=True)
    merge = models.ForeignKey(Merge, on_delete=models.PROTECT, related_name="carried")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    table_name = models.TextField()
    keys = ArrayField(models.TextField())
    before = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["merge", "table_name"], name="people_carried_once")]
