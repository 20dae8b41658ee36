"""How does a migration put a table about people behind the gate?"""

from collections.abc import Sequence

from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.special import RunSQL


def protect(
    table: str,
    *,
    person_column: str = "person_id",
    subject_column: str | None = None,
    nobody_visible: bool = False,
    removable: bool = False,
) -> Sequence[Operation]:
    """Operations that enable row-level security on `table`; the migration must depend on ("access", "0002_gate").

    Rows are read through an open person, link, worklist or job, and written through an open person, link or job; never
    deleted unless `removable`. Through a link only rows whose `subject_column` is the link's subject are seen.
    `nobody_visible`: rows whose person is null are open to all.
    """
    return [
        RunSQL(
            [
                (
                    "select gate.protect(%s, %s, %s, %s, %s)",
                    [table, person_column, subject_column, nobody_visible, removable],
                )
            ],
            reverse_sql=RunSQL.noop,
        )
    ]
