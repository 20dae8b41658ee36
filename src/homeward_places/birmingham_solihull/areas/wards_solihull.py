"""Which wards make up the Solihull locality? Centres from ONS boundaries; deprivation is the mean IMD 2025 decile."""

from homeward_places.birmingham_solihull.areas.ward_rows import wards

WARDS = wards(
    locality="solihull",
    council="E08000029",
    rows=(
        ("E05001284", "Bickenhill", 52.4354, -1.7193, 5.5),
        ("E05001285", "Blythe", 52.3811, -1.8236, 9.1),
        ("E05001286", "Castle Bromwich", 52.507, -1.7769, 6.6),
        ("E05001287", "Chelmsley Wood", 52.4812, -1.7318, 1.3),
        ("E05001288", "Dorridge and Hockley Heath", 52.3705, -1.7676, 9.4),
        ("E05001289", "Elmdon", 52.4381, -1.7671, 6.9),
        ("E05001290", "Kingshurst and Fordbridge", 52.484, -1.7494, 2.0),
        ("E05001291", "Knowle", 52.382, -1.7264, 9.7),
        ("E05001292", "Lyndon", 52.4456, -1.7947, 5.9),
        ("E05001293", "Meriden", 52.3992, -1.6482, 8.1),
        ("E05001294", "Olton", 52.4342, -1.8071, 8.0),
        ("E05001296", "Shirley East", 52.4127, -1.8167, 8.1),
        ("E05001297", "Shirley South", 52.3976, -1.8175, 7.8),
        ("E05001298", "Shirley West", 52.4095, -1.8391, 6.9),
        ("E05001299", "Silhill", 52.4207, -1.7792, 8.5),
        ("E05001300", "Smith's Wood", 52.5021, -1.7463, 1.5),
        ("E05001295", "St Alphege", 52.4079, -1.782, 9.8),
    ),
)
