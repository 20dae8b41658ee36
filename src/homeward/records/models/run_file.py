"""Which files does a delivery consist of, and how far is each read?"""

from django.db import models

from homeward.records.models.run import Run


class RunFile(models.Model):
    """One file. `read_to` is the byte (of a table: the row) after the last that is kept; it moves in
    the same transaction as the rows before it, so that a killed import goes on exactly there. `refused` says why a file
    could not be read at all."""

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="files", db_index=False)
    number = models.PositiveIntegerField()
    name = models.TextField()
    path = models.TextField()
    form = models.TextField()
    size = models.BigIntegerField()
    read_to = models.BigIntegerField(default=0)
    places = models.BigIntegerField(default=0)
    done = models.BooleanField(default=False)
    refused = models.TextField(default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="records_run_file_once")]

    def __str__(self) -> str:
        return self.name
