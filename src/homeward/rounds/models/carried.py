"""Which visits were given to which telephone, to be read without a signal?"""

from django.db import models


class Carried(models.Model):
    """One visit on one telephone. What that telephone later tells of this visit is kept, whatever changed meanwhile."""

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    encounter_id = models.UUIDField()
    device_id = models.UUIDField()
    user_id = models.UUIDField()
    given_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["encounter_id", "device_id"], name="rounds_carried_once")]
        indexes = [models.Index(fields=["person_id"], name="rounds_carried_person")]
