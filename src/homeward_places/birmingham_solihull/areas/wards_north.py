"""Which wards make up the North locality? Centres from ONS boundaries; deprivation is the mean IMD 2025 decile."""

from homeward_places.birmingham_solihull.areas.ward_rows import wards

WARDS = wards(
    locality="north",
    council="E08000025",
    rows=(
        ("E05011132", "Castle Vale", 52.5185, -1.7861, 1.3),
        ("E05011135", "Erdington", 52.5294, -1.8308, 2.9),
        ("E05011139", "Gravelly Hill", 52.5127, -1.8486, 1.2),
        ("E05011150", "Kingstanding", 52.546, -1.8801, 1.9),
        ("E05011161", "Perry Common", 52.5385, -1.8611, 2.4),
        ("E05011162", "Pype Hayes", 52.5201, -1.8132, 2.2),
        ("E05011173", "Stockland Green", 52.5218, -1.8619, 1.7),
        ("E05011174", "Sutton Four Oaks", 52.5865, -1.8513, 8.9),
        ("E05011175", "Sutton Mere Green", 52.5973, -1.8314, 7.8),
        ("E05011176", "Sutton Reddicap", 52.5642, -1.7941, 5.2),
        ("E05011177", "Sutton Roughley", 52.5829, -1.7978, 9.5),
        ("E05011178", "Sutton Trinity", 52.562, -1.8317, 7.4),
        ("E05011179", "Sutton Vesey", 52.5635, -1.8613, 7.6),
        ("E05011180", "Sutton Walmley & Minworth", 52.539, -1.772, 7.9),
        ("E05011181", "Sutton Wylde Green", 52.544, -1.8201, 8.3),
    ),
)
