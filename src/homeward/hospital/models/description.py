"""What does somebody need, in whose words? Described, not prescribed; rows are only ever added."""

from django.db import models


class Description(models.Model):
    """One need of one person under one declared heading. The latest under a heading is what holds."""

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    stay = models.ForeignKey("hospital.Stay", on_delete=models.PROTECT, related_name="descriptions")
    area = models.TextField()
    words = models.TextField()
    said_at = models.DateTimeField()
    said_by = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["person_id"], name="hospital_description_person")]
