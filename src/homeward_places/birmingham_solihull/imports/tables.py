"""Which tables of partners can be read here, and what does each column mean?"""

from homeward.grammar.api import CsvColumn, CsvMapping
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

SNOMED = "http://snomed.info/sct"
NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number"

PATIENTS = CsvMapping(
    code="patients-table",
    title="People, one a row",
    kind="Patient",
    columns=(
        CsvColumn(column="patient_id", element="id"),
        CsvColumn(column="nhs_number", element="identifier[0].value"),
        CsvColumn(column="family_name", element="name[0].family"),
        CsvColumn(column="given_name", element="name[0].given[0]"),
        CsvColumn(column="birth_date", element="birthDate", as_="date"),
        CsvColumn(column="sex", element="gender"),
        CsvColumn(column="postcode", element="address[0].postalCode"),
    ),
    key=("patient_id",),
    fixed=(("identifier[0].system", NHS_NUMBER),),
    owner=BOARD,
    review_by=SPRING,
)
PROBLEMS = CsvMapping(
    code="problems-table",
    title="Problems, one a row",
    kind="Condition",
    columns=(
        CsvColumn(column="problem_id", element="id"),
        CsvColumn(column="patient_id", element="subject.reference", before="Patient/"),
        CsvColumn(column="snomed_code", element="code.coding[0].code"),
        CsvColumn(column="term", element="code.coding[0].display"),
        CsvColumn(column="onset", element="onsetDateTime", as_="date"),
    ),
    key=("problem_id",),
    fixed=(("code.coding[0].system", SNOMED),),
    owner=BOARD,
    review_by=SPRING,
)
MEASUREMENTS = CsvMapping(
    code="measurements-table",
    title="Measurements, one a row",
    kind="Observation",
    columns=(
        CsvColumn(column="measurement_id", element="id"),
        CsvColumn(column="patient_id", element="subject.reference", before="Patient/"),
        CsvColumn(column="snomed_code", element="code.coding[0].code"),
        CsvColumn(column="term", element="code.coding[0].display"),
        CsvColumn(column="measured_at", element="effectiveDateTime", as_="date"),
        CsvColumn(column="value", element="valueQuantity.value", as_="number"),
        CsvColumn(column="unit", element="valueQuantity.unit"),
    ),
    key=("measurement_id",),
    fixed=(("code.coding[0].system", SNOMED), ("status", "final")),
    owner=BOARD,
    review_by=SPRING,
)
