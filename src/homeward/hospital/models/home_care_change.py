"""What happened to a request for home care, in the order it happened? Rows are only ever added."""

from django.db import models


class HomeCareChange(models.Model):
    """One thing that happened: asked, offered, agreed, started, changed, handed back, ended, withdrawn."""

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    request = models.ForeignKey("hospital.HomeCare", on_delete=models.PROTECT, related_name="changes")
    kind = models.TextField()
    provider = models.TextField(default="")
    hours = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    why_code = models.TextField(default="")
    words = models.TextField(default="")
    happened_at = models.DateTimeField()
    told_by = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["person_id"], name="hospital_change_person")]
