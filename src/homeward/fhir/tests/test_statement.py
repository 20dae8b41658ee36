"""Does the CapabilityStatement bear the day on which it last said something else, and say only what is answered?"""

from homeward.fhir.resources.metadata import LAST_CHANGED, SAID_THEN, mark_of, statement
from homeward.fhir.resources.registry import OPERATIONS, routes


def test_the_day_of_the_statement_is_that_of_its_last_change() -> None:
    mark = mark_of(statement("https://here.example/fhir/R4", "https://here.example"))
    assert mark == SAID_THEN, (
        f"The CapabilityStatement says something else than on {LAST_CHANGED}. In fhir/resources/metadata.py write today's date as"
        f" LAST_CHANGED and '{mark}' as SAID_THEN."
    )


def test_every_operation_that_it_names_is_an_address() -> None:
    paths = {path for path, _ in routes()}
    assert {each.path for each in OPERATIONS} <= paths
    said = statement("https://here.example/fhir/R4", "https://here.example")["rest"][0]
    whole = {each["name"] for each in said["operation"]}
    of_patients = {each["name"] for kind in said["resource"] if kind["type"] == "Patient" for each in kind["operation"]}
    assert (whole, of_patients) == ({"process-message", "export"}, {"everything", "export", "match", "launch"})
