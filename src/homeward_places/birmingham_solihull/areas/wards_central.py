"""Which wards make up the Central locality? Centres from ONS boundaries; deprivation is the mean IMD 2025 decile."""

from homeward_places.birmingham_solihull.areas.ward_rows import wards

WARDS = wards(
    locality="central",
    council="E08000025",
    rows=(
        ("E05011122", "Balsall Heath West", 52.4602, -1.8932, 1.3),
        ("E05011124", "Billesley", 52.4216, -1.8752, 3.2),
        ("E05011128", "Bournbrook & Selly Park", 52.4386, -1.9233, 4.7),
        ("E05011129", "Bournville & Cotteridge", 52.4253, -1.9434, 5.5),
        ("E05011130", "Brandwood & King's Heath", 52.4257, -1.8973, 4.2),
        ("E05011133", "Druids Heath & Monyhull", 52.4098, -1.9022, 2.7),
        ("E05011140", "Hall Green North", 52.4325, -1.8415, 3.7),
        ("E05011141", "Hall Green South", 52.4178, -1.846, 6.7),
        ("E05011146", "Highter's Heath", 52.408, -1.8783, 3.3),
        ("E05011154", "Moseley", 52.4431, -1.8916, 3.6),
        ("E05011170", "Sparkbrook & Balsall Heath East", 52.4602, -1.8673, 1.0),
        ("E05011171", "Sparkhill", 52.4478, -1.8642, 1.1),
        ("E05011172", "Stirchley", 52.4267, -1.9167, 3.5),
        ("E05011182", "Tyseley & Hay Mills", 52.4526, -1.8345, 1.0),
    ),
)
