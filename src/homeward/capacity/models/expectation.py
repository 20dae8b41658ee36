"""When is somebody expected to leave, and who said so? Rows are only ever added: the newest counts, and none frees anything."""

import pgtrigger
from django.db import models


class Expectation(models.Model):
    """One statement about one booking."""

    id = models.BigAutoField(primary_key=True)
    booking = models.ForeignKey("capacity.Booking", on_delete=models.PROTECT, related_name="expectations")
    expected_at = models.DateTimeField()
    said_at = models.DateTimeField()
    actor_name = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["booking", "-said_at"], name="capacity_expectation_latest")]
        triggers = [pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete)]
