"""What did somebody wait for, from when? Rows are only ever added; an empty code says that the reason is gone."""

from django.db import models


class Delay(models.Model):
    """One declared reason why somebody who is ready has not left."""

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    stay = models.ForeignKey("hospital.Stay", on_delete=models.PROTECT, related_name="delays")
    code = models.TextField(default="")
    words = models.TextField(default="")
    said_at = models.DateTimeField()
    said_by = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["person_id"], name="hospital_delay_person")]
