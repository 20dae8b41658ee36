"""Which general practices are in the North locality? Code, name, postcode and list size in 2024."""

from homeward_places.birmingham_solihull.practices.practice_rows import practices

ALLIANCE_OF_SUTTON_PRACTICES = practices(
    network="U47609",
    rows=(
        ("M85026", "Ashfield Surgery", "B76 1QN", 15196),
        ("M85033", "Manor Practice", "B72 1RL", 17353),
        ("M85175", "Hawthorns Surgery", "B72 1DL", 10673),
    ),
)

GOSK = practices(
    network="U82305",
    rows=(
        ("M85016", "Hillcrest Surgery  (Twickenham Road)", "B44 0NN", 5455),
        ("M85155", "Kingstanding Circle Surgery", "B44 0UY", 6510),
        ("M85158", "Apollo Surgery", "B44 9HW", 2203),
        ("M85624", "Kingsdale And Perry Park (Kingsdale Surgery)", "B44 0UJ", 6381),
        ("M85669", "Tudor Stockland Green Ltd", "B23 6DJ", 6911),
        ("M85779", "Aylesbury Practice", "B44 0DX", 2823),
    ),
)

KINGSTANDING_ERDINGTON_AND_NECHELLS = practices(
    network="U18195",
    rows=(
        ("M85060", "The Oaks Medical Centre", "B44 9ER", 14515),
        ("M85081", "Dove Medical Practice", "B23 5DD", 9315),
        ("M85087", "College Road Surgery", "B44 0HL", 11321),
        ("M85108", "Small Heath Medical Practice", "B10 9QE", 6264),
        ("M85732", "Bloomsbury Medical Centre", "B7 5BT", 2411),
        ("M85759", "Nechells Practice", "B7 5DT", 7362),
        ("M85792", "Cotmore Surgery", "B44 8TU", 3317),
    ),
)

MMP_CENTRAL_AND_NORTH = practices(
    network="U74554",
    rows=(
        ("M85063", "MMP-Eaton Wood Medical Centre", "B24 0SY", 59424),
    ),
)

NORTH_BIRMINGHAM = practices(
    network="U43660",
    rows=(
        ("M85001", "Shah Zaman Surgery", "B35 7QX", 4783),
        ("M85014", "Kingsbury Road Medical Centre", "B24 8RD", 3688),
        ("M85065", "Poplars Surgery", "B24 9JN", 14185),
        ("M85070", "Reservoir Road Surgery", "B23 6DJ", 13624),
        ("M85115", "Sutton Road Surgery", "B23 5TJ", 1946),
        ("M85716", "Stockland Green Practice (Dr Khuroo's Practice)", "B23 6DJ", 5096),
    ),
)

SUTTON_GROUP_PRACTICE = practices(
    network="U65039",
    rows=(
        ("M85046", "Sutton Coldfield Group Practice (Tudor)", "B75 6DX", 53116),
    ),
)
