"""Which names and languages do made-up people have? Common names of the city's communities, drawn at random."""

from homeward.grammar.api import Background

_BRITISH_WOMEN = (
    "Margaret", "Jean", "Patricia", "Susan", "Christine", "Carol", "Sandra", "Linda", "Julie", "Karen", "Tracey",
    "Joanne", "Sarah", "Claire", "Emma", "Laura", "Rebecca", "Jessica", "Chloe", "Emily", "Olivia", "Amelia",
    "Doris", "Joan", "Sheila", "Maureen", "Barbara", "Beryl", "Brenda", "Gillian", "Janet", "Diane",
)  # fmt: skip
_BRITISH_MEN = (
    "John", "David", "Michael", "Peter", "Robert", "Alan", "Brian", "Kenneth", "Derek", "Roy", "Stephen", "Paul",
    "Mark", "Andrew", "Kevin", "Gary", "Lee", "Craig", "Daniel", "Matthew", "Thomas", "Jack", "Oliver", "Harry",
    "Ronald", "Dennis", "Raymond", "Gordon", "Keith", "Trevor", "Malcolm", "Graham",
)  # fmt: skip
_BRITISH_FAMILIES = (
    "Smith", "Jones", "Taylor", "Brown", "Williams", "Wilson", "Davies", "Evans", "Hall", "Green", "Wood", "Harris",
    "Clarke", "Cooper", "Ward", "Turner", "Hill", "Moore", "Baker", "Allen", "Bennett", "Cox", "Mason", "Parkes",
    "Hadley", "Bayliss", "Tonks", "Perks", "Yardley", "Mole", "Hemming", "Gosling", "Rudge", "Bagnall", "Whitehouse",
    "Dugmore", "Insley", "Tranter", "Onions", "Attwood", "Round", "Skidmore", "Wilkes", "Danks", "Farmer", "Webb",
)  # fmt: skip

BACKGROUNDS = (
    Background(
        ethnic_category="A", title="White: British",
        given_female=_BRITISH_WOMEN, given_male=_BRITISH_MEN, family=_BRITISH_FAMILIES,
    ),
    Background(
        ethnic_category="B", title="White: Irish",
        given_female=("Bridget", "Kathleen", "Mary", "Eileen", "Nora", "Siobhan", "Maeve", "Teresa", "Breda", "Aoife"),
        given_male=("Patrick", "Sean", "Michael", "Declan", "Brendan", "Liam", "Eamon", "Gerard", "Kieran", "Donal"),
        family=("O'Brien", "Murphy", "Kelly", "O'Connor", "Walsh", "Byrne", "Ryan", "Doyle", "McCarthy", "Gallagher"),
    ),
    Background(
        ethnic_category="C", title="White: any other White background",
        given_female=("Anna", "Katarzyna", "Maria", "Elena", "Ioana", "Agnieszka", "Magdalena", "Zofia", "Daniela"),
        given_male=("Piotr", "Tomasz", "Krzysztof", "Andrei", "Mihai", "Jan", "Marek", "Stefan", "Bogdan"),
        family=("Kowalska", "Nowak", "Popescu", "Wójcik", "Ionescu", "Zieliński", "Lewandowska", "Dumitru", "Horvat"),
        languages=(("pl", 0.35), ("ro", 0.25)), interpreter=0.3,
    ),
    Background(
        ethnic_category="G", title="Mixed or multiple ethnic groups",
        given_female=("Jade", "Chantelle", "Leah", "Natasha", "Simone", "Aaliyah", "Maya", "Gabrielle", "Tia"),
        given_male=("Jordan", "Aaron", "Reece", "Marcus", "Leon", "Tyrone", "Kieron", "Joshua", "Curtis"),
        family=("Campbell", "Francis", "Lewis", "Bailey", "Reid", "Morgan", "Grant", "Scott", "Palmer"),
    ),
    Background(
        ethnic_category="H", title="Asian or Asian British: Indian",
        given_female=("Gurpreet", "Harjit", "Surinder", "Asha", "Meena", "Kamaljit", "Nisha", "Priya", "Jaswinder"),
        given_male=("Balbir", "Harpal", "Rajinder", "Anil", "Vijay", "Sukhdev", "Mohan", "Arjun", "Kulwant"),
        family=("Kaur", "Singh", "Patel", "Sharma", "Gill", "Dhillon", "Sandhu", "Bains", "Chohan", "Mistry"),
        languages=(("pa", 0.45), ("gu", 0.12), ("hi", 0.08)), interpreter=0.3,
    ),
    Background(
        ethnic_category="J", title="Asian or Asian British: Pakistani",
        given_female=("Shazia", "Nasreen", "Fatima", "Rukhsana", "Ayesha", "Zainab", "Parveen", "Saima", "Khadija"),
        given_male=("Mohammed", "Tariq", "Imran", "Abdul", "Shabir", "Asif", "Yusuf", "Nadeem", "Ghulam", "Zafar"),
        family=("Hussain", "Khan", "Begum", "Akhtar", "Mahmood", "Iqbal", "Bibi", "Ahmed", "Mirza", "Rashid"),
        languages=(("ur", 0.4), ("pa", 0.3)), interpreter=0.4,
    ),
    Background(
        ethnic_category="K", title="Asian or Asian British: Bangladeshi",
        given_female=("Rahima", "Shirin", "Nazma", "Sultana", "Ruksana", "Hasina", "Momtaz", "Taslima"),
        given_male=("Abdul", "Shahid", "Mizanur", "Rahim", "Kamal", "Faruk", "Jamal", "Anwar"),
        family=("Begum", "Khatun", "Miah", "Uddin", "Rahman", "Ali", "Islam", "Chowdhury"),
        languages=(("bn", 0.75),), interpreter=0.45,
    ),
    Background(
        ethnic_category="L", title="Asian or Asian British: any other Asian background",
        given_female=("Thi", "Lakshmi", "Farah", "Shirin", "Nadia", "Anh"),
        given_male=("Minh", "Suresh", "Reza", "Farid", "Nuwan", "Hoang"),
        family=("Nguyen", "Perera", "Ahmadi", "Karimi", "Fernando", "Tran"),
        languages=(("fa", 0.25), ("vi", 0.2), ("ta", 0.15)), interpreter=0.35,
    ),
    Background(
        ethnic_category="M", title="Black or Black British: Caribbean",
        given_female=("Gloria", "Beverley", "Yvonne", "Marcia", "Norma", "Sonia", "Hyacinth", "Paulette", "Merlene"),
        given_male=("Winston", "Clive", "Errol", "Desmond", "Neville", "Carlton", "Leroy", "Everton", "Lloyd"),
        family=("Campbell", "Brown", "Williams", "Gordon", "Blake", "Clarke", "Bryan", "Francis", "Henry", "Barrett"),
    ),
    Background(
        ethnic_category="N", title="Black or Black British: African",
        given_female=("Amina", "Ngozi", "Hodan", "Abena", "Fadumo", "Chidinma", "Selam", "Grace", "Blessing"),
        given_male=("Abdi", "Emeka", "Kwame", "Yusuf", "Tendai", "Chinedu", "Samuel", "Musa", "Daniel"),
        family=("Okafor", "Mohamed", "Mensah", "Ali", "Abdi", "Adeyemi", "Tesfaye", "Moyo", "Hassan", "Boateng"),
        languages=(("so", 0.3), ("am", 0.05), ("ti", 0.05)), interpreter=0.35,
    ),
    Background(
        ethnic_category="P", title="Black or Black British: any other Black background",
        given_female=("Sharon", "Michelle", "Naomi", "Alicia", "Ruth"),
        given_male=("Anthony", "Michael", "Isaac", "Joseph", "Dwayne"),
        family=("Johnson", "Thompson", "James", "Roberts", "Joseph"),
    ),
    Background(
        ethnic_category="R", title="Chinese",
        given_female=("Mei", "Li", "Xiu", "Ling", "Yan"),
        given_male=("Wei", "Jun", "Ming", "Chi", "Kwok"),
        family=("Chan", "Wong", "Li", "Chen", "Lau", "Zhang"),
        languages=(("yue", 0.4), ("zh", 0.3)), interpreter=0.4,
    ),
    Background(
        ethnic_category="S", title="Any other ethnic group",
        given_female=("Layla", "Hanan", "Zahra", "Rania", "Mariam", "Shilan"),
        given_male=("Omar", "Hassan", "Khalid", "Ali", "Saleh", "Karwan"),
        family=("Al-Saidi", "Haddad", "Saleh", "Nasser", "Mansour", "Hama"),
        languages=(("ar", 0.55), ("ku", 0.2)), interpreter=0.4,
    ),
)  # fmt: skip

STREETS = (
    "Bristol Road", "Coventry Road", "Warwick Road", "Pershore Road", "Alcester Road", "Hagley Road", "Church Lane",
    "Station Road", "Park Road", "Victoria Road", "Albert Road", "Chester Road", "Green Lane", "Mill Lane",
    "School Road", "Vicarage Road", "Wood Lane", "Oak Tree Lane", "Stratford Road", "High Street", "Orchard Grove",
    "Cherry Orchard", "Meadow Close", "Highfield Road", "Grange Road", "Queens Road", "Springfield Road", "Ash Way",
)  # fmt: skip
