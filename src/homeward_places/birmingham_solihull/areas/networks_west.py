"""Which primary care networks belong to the West locality? (by where their practices are, not where people live)"""

from homeward_places.birmingham_solihull.areas.network_rows import networks

NETWORKS = networks(
    locality="west",
    rows=(
        ("U65968", "I3", 81619, 0),
        ("U44537", "Modality", 56261, 3),
        ("U25240", "Peoples Health Partnership", 41573, 1),
        ("U54554", "Pioneer Integrated Partnership", 29700, 0),
        ("U48923", "Urban Health", 37595, 2),
        ("U44365", "West Birmingham", 30323, 0),
    ),
)
