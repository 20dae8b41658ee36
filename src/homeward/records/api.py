"""The door to partners' records: keeping what was sent, and reading it inside an open gate."""

from homeward.records.actions.details.decide import decide_detail
from homeward.records.actions.imports.house import importer
from homeward.records.actions.imports.review import accept_row, decide_subject, reject_row
from homeward.records.actions.imports.whole import apply_import, resume_import, retry_import, start_import
from homeward.records.actions.take import take
from homeward.records.queries.blocks import LOOKED_THROUGH, Wanted, blocks
from homeward.records.queries.details import DETAIL_STATES, DetailRow, details_told, details_waiting
from homeward.records.queries.item import history, item, items_by_id, version_of
from homeward.records.queries.items import counts, items, told_since
from homeward.records.queries.person_of import person_of_item, person_of_patient
from homeward.records.queries.readings import Reading, readings, readings_in
from homeward.records.queries.rows import ItemLine, ItemRow
from homeward.records.queries.runs import FileView, ImportRun, RowView, coming_in_since, run, run_row, run_rows, runs
from homeward.records.queries.search import Filters, Page, how_many, search
from homeward.records.rules.identity import item_id, named_here
from homeward.records.rules.outline import Outline, outline
from homeward.records.rules.pointing import subject_of
from homeward.records.rules.received import Received, Taken
from homeward.records.rules.source import app_of_source, source_of_app
from homeward.records.vocabulary import HOWS, ROW_STATES, RUN_STATES

__all__ = [
    "DETAIL_STATES",
    "DetailRow",
    "FileView",
    "Filters",
    "HOWS",
    "ImportRun",
    "ItemLine",
    "ItemRow",
    "LOOKED_THROUGH",
    "Outline",
    "Page",
    "ROW_STATES",
    "RUN_STATES",
    "Reading",
    "Received",
    "RowView",
    "Taken",
    "Wanted",
    "accept_row",
    "app_of_source",
    "apply_import",
    "blocks",
    "coming_in_since",
    "counts",
    "decide_detail",
    "decide_subject",
    "details_told",
    "details_waiting",
    "history",
    "how_many",
    "importer",
    "item",
    "item_id",
    "items",
    "items_by_id",
    "named_here",
    "outline",
    "person_of_item",
    "person_of_patient",
    "readings",
    "readings_in",
    "reject_row",
    "resume_import",
    "retry_import",
    "run",
    "run_row",
    "run_rows",
    "runs",
    "search",
    "source_of_app",
    "start_import",
    "subject_of",
    "take",
    "told_since",
    "version_of",
]
