"""Which general practices are in the Solihull locality? Code, name, postcode and list size in 2024."""

from homeward_places.birmingham_solihull.practices.practice_rows import practices

GPS_HEALTHCARE = practices(
    network="U67607",
    rows=(
        ("M89003", "GPS Healthcare - Tanworth Lane Surgery", "B90 4DD", 39657),
    ),
)

NORTH_SOLIHULL = practices(
    network="U93165",
    rows=(
        ("M85171", "Rowlands Road Surgery", "B26 1AT", 2908),
        ("M89001", "Parkfield Medical Centre", "B36 9EJ", 3602),
        ("M89002", "Kingshurst Medical Practice", "B37 6BE", 6224),
        ("M89008", "Bosworth Medical Centre", "B37 5BU", 13521),
        ("M89009", "Manor House Lane Surgery", "B26 1PE", 11098),
        ("M89012", "Croft Medical Centre", "B37 7WB", 11221),
        ("M89013", "Arran Medical Centre", "B36 0SZ", 6169),
        ("M89021", "Coventry Road Practice", "B26 3JS", 4725),
        ("M89026", "The Castle Practice", "B36 0HH", 10850),
        ("M89027", "Green Lane Surgery", "B36 0SZ", 8151),
    ),
)

SOLIHULL_HEALTHCARE_PARTNERSHIP = practices(
    network="U45528",
    rows=(
        ("M89017", "Solihull Healthcare Partnership  (Grove Surgery)", "B91 2AG", 56391),
    ),
)

SOLIHULL_RURAL = practices(
    network="U41928",
    rows=(
        ("M89010", "Dorridge Surgery", "B93 8LH", 10897),
        ("M89016", "Balsall Common Surgery (Balsall Common and Meriden Group Practice)", "CV7 7RW", 12872),
        ("M89030", "Arden Medical Centre", "B93 0QA", 5835),
        ("M89608", "Hampton Surgery", "B92 0AH", 3593),
    ),
)

SOLIHULL_SOUTH_CENTRAL = practices(
    network="U00351",
    rows=(
        ("M89005", "St Margaret's Medical Practice", "B92 7JS", 8442),
        ("M89007", "Richmond Medical Centre", "B92 7SA", 6507),
        ("M89019", "Hobs Moat Medical Centre", "B92 8ED", 11086),
        ("M89024", "Grafton Road Surgery", "B90 1NG", 4074),
    ),
)
