"""Whose inpatients stand on the flow board? The wards' names are ours until each hospital gives its own."""

from homeward.grammar.api import Hospital, Ward
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

_WARDS = (
    ("acute-medicine", "Acute medicine"),
    ("older-people-a", "Older people's ward A"),
    ("older-people-b", "Older people's ward B"),
    ("respiratory", "Respiratory"),
    ("stroke", "Stroke and rehabilitation"),
    ("orthopaedics", "Trauma and orthopaedics"),
    ("surgery", "General surgery"),
    ("cardiology", "Cardiology"),
)


def _hospital(code: str, name: str, team: str, ods: str) -> Hospital:
    return Hospital(
        code=code,
        name=name,
        organisation=code,
        flow_team=team,
        hub="transfer-of-care-hub",
        wards=tuple(Ward(code=ward, name=title, known_as=(title,)) for ward, title in _WARDS),
        known_as=(ods, name),
        owner=HOSPITALS,
        review_by=SPRING,
    )


QUEEN_ELIZABETH = _hospital("queen-elizabeth-hospital", "Queen Elizabeth Hospital", "flow-qe", "RRK02")
HEARTLANDS = _hospital("heartlands-hospital", "Heartlands Hospital", "flow-heartlands", "RRK97")
GOOD_HOPE = _hospital("good-hope-hospital", "Good Hope Hospital", "flow-good-hope", "RRK98")
SOLIHULL = _hospital("solihull-hospital", "Solihull Hospital", "flow-solihull", "RRK99")
