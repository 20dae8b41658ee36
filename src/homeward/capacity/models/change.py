"""Which transactions changed anything on the ledger lately? One row each, written by triggers, so that nobody can forget it."""

import pgtrigger
from django.db import models
from django.db.models.functions import Now


class Change(models.Model):
    """One transaction that changed the ledger. Two transactions never wait for one another here."""

    xid = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_default=Now())


def marks() -> pgtrigger.Trigger:
    """The trigger that each table of the ledger has."""
    return pgtrigger.Trigger(
        name="marks",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func="insert into capacity_change (xid) values (pg_current_xact_id()::text::bigint) on conflict do nothing; return null;",
    )
