"""Which primary care networks belong to the Central locality? (by where their practices are, not where people live)"""

from homeward_places.birmingham_solihull.areas.network_rows import networks

NETWORKS = networks(
    locality="central",
    rows=(
        ("U54948", "Balsall Heath, Sparkhill and Moseley", 43132, 1),
        ("U25587", "Community Care Hall Green", 49673, 1),
        ("U69625", "Moseley, Billesley and Yardley Wood", 44571, 0),
        ("U88190", "Pershore", 44836, 1),
        ("U22471", "Smartcare Central", 61982, 2),
    ),
)
