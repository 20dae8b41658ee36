"""Which wards make up the East locality? Centres from ONS boundaries; deprivation is the mean IMD 2025 decile."""

from homeward_places.birmingham_solihull.areas.ward_rows import wards

WARDS = wards(
    locality="east",
    council="E08000025",
    rows=(
        ("E05011118", "Acocks Green", 52.4433, -1.8241, 2.0),
        ("E05011120", "Alum Rock", 52.4905, -1.8499, 1.0),
        ("E05011127", "Bordesley Green", 52.4716, -1.8658, 1.0),
        ("E05011131", "Bromford & Hodge Hill", 52.4992, -1.8076, 1.9),
        ("E05011137", "Garretts Green", 52.473, -1.7807, 1.4),
        ("E05011138", "Glebe Farm & Tile Cross", 52.4824, -1.7763, 1.3),
        ("E05011145", "Heartlands", 52.4785, -1.8331, 1.0),
        ("E05011165", "Shard End", 52.4937, -1.7739, 1.3),
        ("E05011166", "Sheldon", 52.4616, -1.7827, 3.5),
        ("E05011167", "Small Heath", 52.4674, -1.8432, 1.0),
        ("E05011169", "South Yardley", 52.4579, -1.8118, 3.2),
        ("E05011183", "Ward End", 52.4971, -1.8374, 1.0),
        ("E05011185", "Yardley East", 52.4721, -1.7999, 3.4),
        ("E05011186", "Yardley West & Stechford", 52.4766, -1.817, 1.4),
    ),
)
