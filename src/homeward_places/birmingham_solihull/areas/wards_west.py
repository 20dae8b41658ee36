"""Which wards make up the West locality? Centres from ONS boundaries; deprivation is the mean IMD 2025 decile."""

from homeward_places.birmingham_solihull.areas.ward_rows import wards

WARDS = wards(
    locality="west",
    council="E08000025",
    rows=(
        ("E05011121", "Aston", 52.5097, -1.8857, 1.1),
        ("E05011125", "Birchfield", 52.5094, -1.9138, 1.0),
        ("E05011126", "Bordesley & Highgate", 52.4734, -1.8862, 2.4),
        ("E05011142", "Handsworth", 52.508, -1.9297, 1.0),
        ("E05011143", "Handsworth Wood", 52.5216, -1.9381, 3.6),
        ("E05011147", "Holyhead", 52.5083, -1.951, 1.0),
        ("E05011151", "Ladywood", 52.477, -1.9138, 3.8),
        ("E05011153", "Lozells", 52.5021, -1.9087, 1.0),
        ("E05011155", "Nechells", 52.4944, -1.8755, 1.8),
        ("E05011156", "Newtown", 52.4926, -1.9004, 1.3),
        ("E05011159", "Oscott", 52.5447, -1.9003, 3.9),
        ("E05011160", "Perry Barr", 52.5265, -1.9037, 4.0),
        ("E05011168", "Soho & Jewellery Quarter", 52.4928, -1.9289, 2.9),
    ),
)
