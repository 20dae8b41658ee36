"""Which primary care networks belong to the North locality? (by where their practices are, not where people live)"""

from homeward_places.birmingham_solihull.areas.network_rows import networks

NETWORKS = networks(
    locality="north",
    rows=(
        ("U47609", "Alliance of Sutton Practices", 43222, 1),
        ("U82305", "GOSK", 30283, 1),
        ("U18195", "Kingstanding, Erdington and Nechells", 54505, 1),
        ("U74554", "MMP Central and North", 59424, 9),
        ("U43660", "North Birmingham", 43322, 0),
        ("U65039", "Sutton Group Practice", 53116, 5),
    ),
)
