"""Which tables keep partners' records, and what is on its way in?"""

from homeward.records.models.detail import Detail
from homeward.records.models.item import Item
from homeward.records.models.row import Row
from homeward.records.models.run import Run
from homeward.records.models.run_file import RunFile
from homeward.records.models.subject import Subject
from homeward.records.models.version import Version

__all__ = ["Detail", "Item", "Row", "Run", "RunFile", "Subject", "Version"]
