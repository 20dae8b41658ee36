"""Which wards make up the South locality? Centres from ONS boundaries; deprivation is the mean IMD 2025 decile."""

from homeward_places.birmingham_solihull.areas.ward_rows import wards

WARDS = wards(
    locality="south",
    council="E08000025",
    rows=(
        ("E05011119", "Allens Cross", 52.4138, -1.9799, 2.7),
        ("E05011123", "Bartley Green", 52.4327, -1.9941, 2.5),
        ("E05011134", "Edgbaston", 52.4595, -1.9273, 6.9),
        ("E05011136", "Frankley Great Park", 52.404, -2.0119, 2.0),
        ("E05011144", "Harborne", 52.4596, -1.9603, 5.1),
        ("E05011148", "King's Norton North", 52.4057, -1.9414, 4.9),
        ("E05011149", "King's Norton South", 52.3988, -1.9304, 2.0),
        ("E05011152", "Longbridge & West Heath", 52.395, -1.971, 3.6),
        ("E05011157", "North Edgbaston", 52.4817, -1.9483, 2.1),
        ("E05011158", "Northfield", 52.4044, -1.9782, 4.7),
        ("E05011163", "Quinton", 52.4601, -1.9948, 4.8),
        ("E05011164", "Rubery & Rednal", 52.391, -2.0053, 2.7),
        ("E05011184", "Weoley & Selly Oak", 52.4347, -1.9579, 3.3),
    ),
)
