"""Which primary care networks belong to the South locality? (by where their practices are, not where people live)"""

from homeward_places.birmingham_solihull.areas.network_rows import networks

NETWORKS = networks(
    locality="south",
    rows=(
        ("U27366", "Bournville and Northfield", 43382, 0),
        ("U27129", "Edgbaston", 39459, 0),
        ("U46454", "Harborne", 58017, 0),
        ("U79381", "Quinton and Harborne", 38671, 3),
        ("U13655", "South Birmingham Alliance", 52432, 3),
        ("U91268", "South West Birmingham", 31831, 0),
        ("U51153", "Weoley and Rubery", 44086, 1),
    ),
)
