"""Which codes of partners' records stand for what is counted? SNOMED CT, LOINC and CVX; short lists, to be replaced by the national ones.

The national reference sets (of the Quality and Outcomes Framework and of vaccinations) are longer and need a licence. What
is missing here is missing from the numbers, and their pages say so.
"""

ENDED = ("resolved", "inactive", "remission", "entered-in-error")
UNTRUE = ("entered-in-error", "cancelled", "not-done")

HYPERTENSION = ("38341003", "59621000", "1201005", "70272006", "56218007", "48146000")
HEART_AND_VESSELS = (
    "53741008", "414545008", "22298006", "399211009", "230690007", "266257000", "400047006", "399261000", "194828000",
)  # fmt: skip

SYSTOLIC_CLINIC = ("8480-6", "271649006", "72313002")
DIASTOLIC_CLINIC = ("8462-4", "271650006", "1091811000000102")
SYSTOLIC_HOME, DIASTOLIC_HOME = ("413606001",), ("413605002",)

CHOLESTEROL_TOTAL, CHOLESTEROL_HDL = ("2093-3", "1005671000000105"), ("2085-9", "1005681000000107")
MG_FOR_A_MMOL = 38.67  # milligrams a decilitre of cholesterol that make a millimole a litre
IN_MG = ("mg/dL", "mg/dl")

SMOKES = ("449868002", "428041000124106", "77176002", "428071000124103", "428061000124105", "65568007")
SMOKES_NOT = ("8517006", "266919005", "405746006", "8392000")

FLU = (
    "140",
    "141",
    "150",
    "158",
    "161",
    "88",
    "15",
    "135",
    "168",
    "171",
    "185",
    "186",
    "197",
    "205",
    "86198006",
    "822851000000102",
)
PNEUMOCOCCAL = ("33", "133", "100", "109", "152", "215", "216", "12866006", "571631000119106")
