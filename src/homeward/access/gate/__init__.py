"""How is a person's record read? Only through the gate, which writes down who opened it and why."""

from homeward.access.gate.each import worklist_for_each
from homeward.access.gate.frame import during_a_page
from homeward.access.gate.near import near, objectors
from homeward.access.gate.opening import RecordShut
from homeward.access.gate.ways import audit, job, job_elsewhere, link, opened_for, person, search, worklist

__all__ = [
    "RecordShut",
    "audit",
    "during_a_page",
    "job",
    "job_elsewhere",
    "link",
    "near",
    "objectors",
    "opened_for",
    "person",
    "search",
    "worklist",
    "worklist_for_each",
]
