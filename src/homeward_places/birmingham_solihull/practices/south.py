"""Which general practices are in the South locality? Code, name, postcode and list size in 2024."""

from homeward_places.birmingham_solihull.practices.practice_rows import practices

BOURNVILLE_AND_NORTHFIELD = practices(
    network="U27366",
    rows=(
        ("M85029", "College Green Medical Practice", "B31 2GH", 17402),
        ("M85030", "St Heliers Medical Practice", "B31 1QT", 17949),
        ("M85071", "Wychall Lane Surgery", "B38 8TE", 8031),
    ),
)

EDGBASTON = practices(
    network="U27129",
    rows=(
        ("M85025", "Bath Row Medical Practice", "B15 1LZ", 15612),
        ("M85084", "The Wand Medical Practice", "B12 0UF", 6175),
        ("M85088", "Karis Medical Centre", "B16 9AL", 17672),
    ),
)

HARBORNE = practices(
    network="U46454",
    rows=(
        ("M85041", "Bournbrook Varsity Medical Centre", "B29 7DU", 14343),
        ("M85058", "Harborne Medical Practice", "B17 0HG", 16311),
        ("M85167", "University Medical Practice", "B15 2QU", 14422),
        ("M88020", "Sherwood House Medical Practice", "B17 8DP", 12941),
    ),
)

QUINTON_AND_HARBORNE = practices(
    network="U79381",
    rows=(
        ("M85028", "Lordswood House Group Medical Practice (Lordswood House)", "B17 9DB", 24855),
        ("M85172", "Ridgacre House Surgery", "B32 2TJ", 13816),
    ),
)

SOUTH_BIRMINGHAM_ALLIANCE = practices(
    network="U13655",
    rows=(
        ("M81062", "Frankley Health Centre", "B45 0EU", 3347),
        ("M85076", "Hollymoor Medical Centre", "B31 5ER", 7429),
        ("M85077", "Northwood Medical Practice", "B30 1BY", 9504),
        ("M85086", "Cofton Medical Centre", "B31 4TU", 10558),
        ("M85142", "Keynell Covert", "B30 3QT", 1652),
        ("M85600", "Kings Norton Surgery", "B38 8QS", 14270),
        ("M85730", "Ley Hill surgery", "B31 1TR", 5672),
    ),
)

SOUTH_WEST_BIRMINGHAM = practices(
    network="U91268",
    rows=(
        ("M85007", "West Heath Road Medical Centre", "B31 3HB", 13384),
        ("M85043", "Hawkesley Medical Practice", "B38 9TJ", 4337),
        ("M85047", "Woodland Rd Surgery", "B31 2HZ", 6014),
        ("M85062", "Shenley Green Surgery", "B29 4HH", 5096),
        ("M85134", "West Heath PCC", "B38 8AX", 3000),
    ),
)

WEOLEY_AND_RUBERY = practices(
    network="U51153",
    rows=(
        ("M85023", "Millennium Medical Centre", "B29 5QD", 9635),
        ("M85027", "Leach Heath Medical Centre", "B45 9BU", 8185),
        ("M85035", "Woodgate Valley Health Centre", "B32 3SD", 5565),
        ("M85056", "Weoley Park Surgery - Parkview Medical Group", "B29 5HA", 7457),
        ("M85117", "Bartley Green Medical Practice", "B32 3PR", 5854),
        ("M85143", "Jiggins Lane Surgery", "B32 3LE", 7390),
    ),
)
