"""Who has this person's page open at this moment? Unlogged: a crash may forget it, and a look lasts fifteen seconds."""

from django.db import models

from homeward.people.models.person import Person


class Looker(models.Model):
    """One colleague's latest look at one person. That the record was opened, and why, stands in the access log."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    session = models.TextField()
    name = models.TextField()
    team_code = models.TextField(default="")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "session"], name="people_look_once")]
        indexes = [models.Index(fields=["seen_at"], name="people_look_seen")]

    def __str__(self) -> str:
        return self.name
