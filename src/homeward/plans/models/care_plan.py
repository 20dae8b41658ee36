"""Which people have a care and support plan?"""

from django.db import models


class CarePlan(models.Model):
    """The plan of a person (FHIR CarePlan). `version` grows with every line written, changed, ended, disputed or agreed.

    Two records that were found to be one person bring two; they are read as one plan, and go apart again if they must.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField(db_index=True)
    version = models.IntegerField(default=0)
    begun_at = models.DateTimeField()
    begun_by = models.TextField()
