"""Which general practices are in the East locality? Code, name, postcode and list size in 2024."""

from homeward_places.birmingham_solihull.practices.practice_rows import practices

BIRMINGHAM_EAST_CENTRAL = practices(
    network="U79433",
    rows=(
        ("M85013", "Church Lane - Khan", "B33 9EJ", 3466),
        ("M85034", "Omnia Practice", "B9 5PU", 16911),
        ("M85061", "Yardley Green Medical Ctr", "B9 5PU", 11465),
        ("M85113", "Bucklands End Lane Surgery", "B34 6BP", 6238),
        ("M85706", "Druid Group - EMC Surgery", "B16 0HZ", 14059),
    ),
)

BORDESLEY_EAST = practices(
    network="U46437",
    rows=(
        ("M85011", "Swan Medical Centre", "B25 8AA", 7289),
        ("M85694", "Garretts Green Lane Surgery", "B26 2SB", 3582),
        ("M85717", "Downsfield Medical Centre", "B26 2TY", 4310),
        ("M85770", "The Sheldon Practice", "B26 3TT", 2142),
        ("Y02893", "Iridium Medical Practice, Richmond PCC", "B33 8TA", 21527),
    ),
)

NECHELLS_SALTLEY_AND_ALUM_ROCK = practices(
    network="U79003",
    rows=(
        ("M85053", "St.Clements Surgery", "B7 5PR", 6683),
        ("M85110", "Saltley & Fernbank Medical Practice (Saltley HC)", "B8 1RZ", 10694),
        ("M85680", "Cotterills Lane Surgery", "B8 3RZ", 2563),
        ("M85722", "Naseby Medical Centre", "B8 3HE", 5565),
        ("M85803", "Pearl Medical Centre", "B8 2HB", 11319),
    ),
)

SHARD_END_AND_KITTS_GREEN = practices(
    network="U72309",
    rows=(
        ("M85031", "Harlequin Surgery", "B34 7BP", 10840),
        ("M85048", "Church Road Surgery", "B26 3TP", 11271),
        ("M85079", "Eden Court Medical Practice", "B35 6EE", 10371),
        ("M85107", "Firs Surgery", "B36 8LR", 3334),
        ("M85141", "Schoolacre Road Surgery", "B34 6RB", 2995),
        ("M85746", "Mirfield Surgery - Sahay", "B33 9SA", 5730),
        ("Y02567", "Hodge Hill Family Practice", "B36 8GH", 6374),
    ),
)

SMALL_HEATH = practices(
    network="U15552",
    rows=(
        ("M85005", "Park Medical Centre", "B10 0JL", 8116),
        ("M85024", "The Limes Medical Centre", "B10 0BS", 7034),
        ("M85094", "Yardley Medical Centre", "B25 8BY", 2500),
        ("M85146", "Khattak Memorial Surgery", "B10 0AU", 6059),
        ("M85679", "Charles Road Surgery", "B10 9AB", 5738),
        ("M85699", "Heathford Group Practice - Coventry Road Mc", "B10 0UG", 5362),
        ("M85749", "Aubrey Road Medical Centre", "B10 0TU", 3161),
        ("M85781", "Bordesley Green Surgery", "B9 5EG", 4005),
    ),
)

WASHWOOD_HEATH = practices(
    network="U76419",
    rows=(
        ("M85066", "Ward End Medical Centre", "B8 2JN", 7508),
        ("M85139", "Alpha Medical Centre", "B8 1JA", 5758),
        ("M85149", "Alum Rock Medical Centre", "B8 3QD", 5810),
        ("M85170", "Gate Medical Centre", "B8 1RE", 5126),
        ("M85670", "Greenfield Medical Practice", "B8 1RT", 3556),
        ("M85739", "Pak Health Centre", "B8 1JA", 5518),
        ("Y01068", "Amaanah Medical Practice", "B8 1RZ", 4810),
        ("Y02794", "Oakleaf Medical Practice", "B8 3SW", 12408),
        ("Y03597", "Hamd Medical Practice", "B8 3SW", 6937),
    ),
)
