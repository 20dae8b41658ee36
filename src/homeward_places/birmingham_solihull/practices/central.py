"""Which general practices are in the Central locality? Code, name, postcode and list size in 2024."""

from homeward_places.birmingham_solihull.practices.practice_rows import practices

BALSALL_HEATH_SPARKHILL_AND_MOSELEY = practices(
    network="U54948",
    rows=(
        ("M85051", "Firstcare Health Centre", "B12 9LP", 6998),
        ("M85116", "Fernley Medical Centre", "B11 4AN", 8417),
        ("M85128", "Balsall Heath Health Centre (W)", "B12 9LP", 5068),
        ("M85174", "The Brook Surgery", "B11 1JU", 4338),
        ("M85713", "Highgate Medical Centre", "B12 0YA", 5074),
        ("M85756", "Springfield Medical Practice", "B11 4DG", 2922),
        ("M85766", "Balsall Heath Health Centre (S)", "B12 9LP", 4075),
        ("Y05826", "The Hill General Practice", "B11 4BW", 6240),
    ),
)

COMMUNITY_CARE_HALL_GREEN = practices(
    network="U25587",
    rows=(
        ("M85177", "Swanswell Medical Centre", "B27 7AL", 6336),
        ("M89015", "Northbrook Group Practice", "B90 3LX", 12350),
        ("Y00159", "Hall Green Health", "B28 8BG", 30987),
    ),
)

MOSELEY_BILLESLEY_AND_YARDLEY_WOOD = practices(
    network="U69625",
    rows=(
        ("M85006", "Greenridge Surgery", "B13 0HN", 10218),
        ("M85018", "Yardley Wood Health Centre", "B14 4DU", 10238),
        ("M85074", "Wake Green Surgery", "B13 9HD", 8016),
        ("M85105", "Victoria Road Surgery", "B27 7XZ", 5000),
        ("M85118", "Baldwins Lane Surgery", "B28 0RF", 3204),
        ("Y02571", "Poplar Primary Care Centre", "B14 7AG", 7895),
    ),
)

PERSHORE = practices(
    network="U88190",
    rows=(
        ("M85021", "Moseley Medical Centre", "B13 8JS", 4164),
        ("M85037", "Kingsfield Medical Centre", "B14 6AA", 9343),
        ("M85042", "Selly Park Surgery", "B29 7NT", 5152),
        ("M85055", "Selly Oak Health Centre", "B29 6JG", 6603),
        ("M85156", "River Brook Medical Centre", "B30 2SH", 9980),
        ("M85693", "Featherstone Medical Centre", "B14 6AA", 2465),
        ("M85733", "Moor Green Lane MC", "B13 8QS", 7129),
    ),
)

SMARTCARE_CENTRAL = practices(
    network="U22471",
    rows=(
        ("M85078", "Oakwood Surgery", "B11 4BW", 10609),
        ("M85097", "Cranes Park surgery", "B26 3SE", 2153),
        ("M85136", "ACE Med. Partnership - Druids Heath Surgery", "B14 5SB", 11329),
        ("M85153", "Weather Oak Medical Centre", "B11 4RA", 3649),
        ("M85179", "Maypole Health Centre (Yap)", "B14 5DJ", 4720),
        ("M85735", "Greet Medical Practice", "B11 3ND", 6307),
        ("M85736", "Acocks Green Medical Centre", "B27 6QJ", 5245),
        ("M85774", "Springfield Surgery", "B11 4BW", 7171),
        ("M85783", "Strensham Road Surgery", "B12 9RR", 5572),
        ("M85794", "The Balaji Surgery", "B11 1LU", 3936),
        ("Y01057", "Health Xchange (PC Service for the Homeless)", "B4 6HJ", 1291),
    ),
)
