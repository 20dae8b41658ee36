"""The door to partners' records: keeping what was sent, and reading it inside an open gate."""

from homeward.records.actions.take import take
from homeward.records.queries.blocks import Wanted, blocks
from homeward.records.queries.item import history, item, items_by_id, version_of
from homeward.records.queries.items import counts, items
from homeward.records.queries.person_of import person_of_item, person_of_patient
from homeward.records.queries.readings import Reading, readings, readings_in
from homeward.records.queries.rows import ItemRow
from homeward.records.queries.search import Filters, Page, how_many, search
from homeward.records.rules.identity import item_id
from homeward.records.rules.outline import Outline, outline
from homeward.records.rules.pointing import subject_of
from homeward.records.rules.received import Received, Taken

__all__ = [
    "Filters",
    "ItemRow",
    "Outline",
    "Page",
    "Reading",
    "Received",
    "Taken",
    "Wanted",
    "blocks",
    "counts",
    "history",
    "how_many",
    "item",
    "item_id",
    "items",
    "items_by_id",
    "outline",
    "person_of_item",
    "person_of_patient",
    "readings",
    "readings_in",
    "search",
    "subject_of",
    "take",
    "version_of",
]
