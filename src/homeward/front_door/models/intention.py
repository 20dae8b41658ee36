"""What was going to happen to somebody who arrived, before anybody decided? Written once, before the decision, never changed."""

from django.db import models
from django.db.models.functions import Now


class Intention(models.Model):
    """The intention for one arrival. The database writes `written_at`, and refuses the row once a decision stands."""

    id = models.UUIDField(primary_key=True)
    arrival = models.OneToOneField("front_door.Arrival", on_delete=models.PROTECT, related_name="intention")
    person_id = models.UUIDField()
    code = models.TextField()
    title = models.TextField()
    hospital = models.BooleanField(null=True)
    by_name = models.TextField()
    by_user = models.UUIDField(null=True)
    at = models.DateTimeField()
    written_at = models.DateTimeField(db_default=Now())
