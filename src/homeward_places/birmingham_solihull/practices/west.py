"""Which general practices are in the West locality? Code, name, postcode and list size in 2024."""

from homeward_places.birmingham_solihull.practices.practice_rows import practices

I3 = practices(
    network="U65968",
    rows=(
        ("M85020", "Newtown Health Centre", "B19 2ET", 20787),
        ("M85098", "Rotton Park Medical Centre", "B16 0LU", 5310),
        ("M85634", "Heathfield Family Centre", "B19 1HL", 9603),
        ("M85676", "Victoria Road Medical Centre", "B6 5HP", 6313),
        ("M85697", "Church Road Surgery", "B6 5UP", 4805),
        ("M85715", "Soho Health Centre (Dr Bathla)", "B21 9RY", 11546),
        ("M85757", "Soho Health Centre (Saini and Saini)", "B21 9RY", 4150),
        ("M85797", "Hockley Medical Practice", "B1 3AL", 10349),
        ("Y00492", "Summerfield Group Practice", "B18 7AL", 8756),
    ),
)

MODALITY = practices(
    network="U44537",
    rows=(
        ("M85002", "Handsworth Wood Medical Centre", "B20 2ES", 18095),
        ("M85069", "Laurie Pike Health Centre", "B6 6BB", 15579),
        ("M85124", "Bellevue", "B5 7LX", 12349),
        ("M85178", "Enki Medical Practice", "B19 1BP", 10238),
    ),
)

PEOPLES_HEALTH_PARTNERSHIP = practices(
    network="U25240",
    rows=(
        ("M85009", "Hamstead Road Surgery", "B20 2QR", 6533),
        ("M85145", "The Slieve", "B20 2NR", 9129),
        ("M85176", "Kirpal Medical Practice", "B21 9RY", 5452),
        ("M85684", "City Road Medical Centre", "B16 0HH", 3871),
        ("M85721", "Holyhead Primary Healthcare Centre", "B21 0HL", 10789),
        ("Y00412", "Soho Health Centre (Dr Bhalla's Practice)", "B21 9RY", 5799),
    ),
)

PIONEER_INTEGRATED_PARTNERSHIP = practices(
    network="U54554",
    rows=(
        ("M85019", "Tower Hill Partnership Medical Practice", "B42 1BT", 18163),
        ("M85082", "Handsworth Medical Practice", "B21 9NH", 5425),
        ("Y06378", "Heath Street", "B18 7AL", 6112),
    ),
)

URBAN_HEALTH = practices(
    network="U48923",
    rows=(
        ("M85164", "Newport Medical Practice", "B12 8QE", 13434),
        ("M85778", "Halcyon Medical Centre", "B2 4UH", 17271),
        ("Y00471", "Broadway Health Centre", "B18 7BA", 6890),
    ),
)

WEST_BIRMINGHAM = practices(
    network="U44365",
    rows=(
        ("M85123", "Al-Shafa Medical Centre", "B6 6JY", 8942),
        ("M85154", "Lozells Medical practice", "B19 1HS", 4531),
        ("M85642", "Cavendish Medical Practice", "B18 7AL", 5718),
        ("M85686", "Summerfield PCC (Dr Kulshretha)", "B18 7AL", 1509),
        ("M85701", "Burbury Medical Centre", "B19 1TT", 4598),
        ("M85711", "City Health Centre", "B17 8LG", 3363),
        ("M91642", "Queslett Medical Centre", "B43 7DY", 1662),
    ),
)
