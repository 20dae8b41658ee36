"""Which primary care networks belong to the East locality? (by where their practices are, not where people live)"""

from homeward_places.birmingham_solihull.areas.network_rows import networks

NETWORKS = networks(
    locality="east",
    rows=(
        ("U79433", "Birmingham East Central", 52139, 3),
        ("U46437", "Bordesley East", 38850, 1),
        ("U79003", "Nechells, Saltley and Alum Rock", 36824, 1),
        ("U72309", "Shard End and Kitts Green", 50915, 1),
        ("U15552", "Small Heath", 41975, 1),
        ("U76419", "Washwood Heath", 57431, 0),
    ),
)
