"""Which primary care networks belong to the Solihull locality? (by where their practices are, not where people live)"""

from homeward_places.birmingham_solihull.areas.network_rows import networks

NETWORKS = networks(
    locality="solihull",
    rows=(
        ("U67607", "GPS Healthcare", 39657, 5),
        ("U93165", "North Solihull", 78469, 4),
        ("U45528", "Solihull Healthcare Partnership", 56391, 6),
        ("U41928", "Solihull Rural", 33197, 1),
        ("U00351", "Solihull South Central", 30109, 0),
    ),
)
