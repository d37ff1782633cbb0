"""What corpus.py puts into its reports: names, sentences and the facts of each.

All of it is invented, but for the names of municipalities. A sentence with a
fact holds no second one, and the sentences between hold none at all: that is
why their words are made of syllables (see Words), which spell no cue.
"""

PLACES = """Gouda Leiden Delft Rotterdam Dordrecht Rijswijk Vlaardingen Schiedam
Papendrecht Zwijndrecht Lansingerland Zoetermeer Ridderkerk Katwijk Wassenaar
Hillegom Lisse Noordwijk Teylingen Voorschoten Sliedrecht Gorinchem Hellevoetsluis
Brielle Maassluis Nieuwkoop Waddinxveen Zuidplas Barendrecht Albrandswaard Almelo
Deventer Enschede Kampen Raalte Zwolle Assen Emmen Meppel Apeldoorn Ede Nijmegen
Zutphen Amersfoort Nieuwegein Zeist Alkmaar Haarlem Hoorn Zaanstad Goes Middelburg
Breda Roosendaal Tilburg Eindhoven Helmond Venlo Roermond Heerlen""".split()
WINDS = "Noord Oost Zuid West".split()

FIRST = """Anna Bram Carla Daan Els Frans Greet Hans Ineke Jan Karin Leo Mieke Nico
Olga Piet Ria Sjaak Tineke Willem Yvonne Zeger""".split()
LAST = """Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer
Dijkstra Koster Prins Huisman Kuipers Veenstra Kramer Postma Jonker""".split()

# Proper names, and groups; {} is a name made of syllables.
NAMED = ["Stichting {}", "Stichting {} Welzijn", "Zorggroep {}", "Fonds {}", "MEE {}",
         "Woningcorporatie {}", "Academie {}", "Bibliotheek {}", "Wijkteam {}"]
GROUPS = ["inwoners", "vrijwilligers", "huisartsen", "basisscholen", "ouderen",
          "zorgaanbieders", "professionals", "sportverenigingen"]

# Once in an aim each of these names its theme.
THEMES = {
    "participatie": ["burgerparticipatie", "het actief burgerschap"],
    "preventie": ["een preventieve aanpak en vroegsignalering"],
    "jeugd": ["de jeugd en alle jongeren"],
    "langer-thuis": ["langer thuis blijven"],
    "integraal-samenwerken": ["een sluitende aanpak", "domeinoverstijgend werk"],
    "ouderen": ["senioren", "ouderen"],
    "mantelzorg": ["mantelzorg", "respijtzorg"],
    "dementie": ["dementie", "mensen met alzheimer"],
    "eenzaamheid": ["eenzaamheid", "een dreigend isolement"],
    "armoede-schulden": ["armoede", "schuldhulpverlening", "minima"],
    "werk-inkomen": ["de arbeidsmarkt", "re-integratie"],
    "wonen": ["een nieuwe woonvorm", "de woonvisie"],
    "onderwijs": ["het onderwijs en de basisschool"],
    "opvoeden": ["opvoedondersteuning en opvoedvragen"],
    "veiligheid": ["veiligheid en minder overlast"],
    "gezondheid": ["positieve gezondheid"],
    "beperking-autisme": ["autisme"],
    "diversiteit-lhbt": ["diversiteit"],
    "ervaringsdeskundigheid": ["ervaringskennis en ervaringsverhalen"],
    "buurt-leefbaarheid": ["de leefbaarheid", "het leefklimaat"],
    "groen": ["meer groen", "de natuur"],
    "digitaal-platform": ["een digitaal platform"],
    "sociale-netwerken": ["sociale netwerken", "sociale cohesie"],
    "beleid-monitoring": ["een dashboard", "beleidsinformatie"],
    "jonge-ouders": ["tienermoeders en jong ouderschap"],
    "jeugdhulp": ["jeugdhulp en jeugdzorg"],
    "vrijwilligers": ["vrijwilligerswerk"],
}
AIMS = ["De aanpak richt zich op {}.", "Het gaat om {}.", "Centraal staat {}."]

# What residents do, as it happens, partly, is meant to and does not.
PARTICIPATION = {
    "informeren": {
        "toegepast": ["Inwoners zijn geïnformeerd met een folder."],
        "beoogd": ["Inwoners zullen worden geïnformeerd."],
        "niet": ["Inwoners zijn niet geïnformeerd."]},
    "raadplegen": {
        "toegepast": ["Inwoners zijn geraadpleegd.", "Er waren focusgroepen met inwoners."],
        "deels": ["Slechts enkele inwoners zijn geraadpleegd."],
        "beoogd": ["Inwoners zullen worden geraadpleegd."]},
    "adviseren": {
        "toegepast": ["Inwoners denken mee over de {}.", "Cliënten dachten mee over de {}."],
        "deels": ["Sommige inwoners denken mee over de {}."],
        "beoogd": ["Het is de bedoeling dat inwoners meedenken."],
        "niet": ["Inwoners hebben niet meegedacht."]},
    "coproduceren": {
        "toegepast": ["Bewoners werken mee aan de {}.", "Jongeren doen mee in de {}."],
        "beoogd": ["Bewoners zullen meewerken aan de {}."],
        "niet": ["Bewoners hebben niet meegewerkt aan de {}."]},
    "meebeslissen": {
        "toegepast": ["Inwoners beslissen mee over de {}."],
        "beoogd": ["Inwoners zullen meebeslissen over de {}."]},
    "zelfbeheer": {
        "toegepast": ["Er zijn burgerinitiatieven ontstaan."]},
    "geen": {"toegepast": ["Inwoners zijn niet betrokken."]},
}

# A sentence with marks a and b, and which moment each is of.
GRADES = [
    ("De samenwerking kreeg bij de start een {a} en later een {b}.",
     [("samenwerking", "eerste", "a"), ("samenwerking", "tweede", "b")]),
    ("De samenwerking krijgt in de eerste meting een cijfer van {a} en in de tweede meting {b}.",
     [("samenwerking", "eerste", "a"), ("samenwerking", "tweede", "b")]),
    ("De waardering voor de samenwerking ging van een {a} naar een {b}.",
     [("samenwerking", "eerste", "a"), ("samenwerking", "tweede", "b")]),
    ("Men is tevreden over de samenwerking ({a}).", [("samenwerking", "enkel", "a")]),
    ("De samenwerking wordt gewaardeerd met een {a}.", [("samenwerking", "enkel", "a")]),
    ("Het rapportcijfer voor de samenwerking blijft in beide metingen gelijk ({a}).",
     [("samenwerking", "eerste", "a"), ("samenwerking", "tweede", "a")]),
    ("De proeftuin als geheel krijgt in de tweede meting een {b}, tegen een {a} bij de start.",
     [("proeftuin", "eerste", "a"), ("proeftuin", "tweede", "b")]),
    ("De proeftuin als geheel wordt beoordeeld met een {a}.", [("proeftuin", "enkel", "a")]),
    ("Het cijfer voor de proeftuin is alleen bij de eindmeting gevraagd: een {a}.",
     [("proeftuin", "eind", "a")]),
]
# Numbers that are no marks.
NO_GRADES = ["Van de ondervraagden is 45 procent positief.", "Er deden 16 mensen mee aan de peiling.",
             "Zes zijn het eens (6 eens, 1 oneens).", "De kosten waren € 7.500.",
             "Er was 0,8 fte beschikbaar.", "De peiling (n=12) was klein."]

STEPS = ["verkennen", "ontwerpen", "testen", "bouwen", "leren", "evalueren"]
STEP_LISTS = ["Het traject bestaat uit {n} fasen: {steps}."]
NUMBERS = {2: "twee", 3: "drie", 4: "vier"}

QUOTES = ["De {} heeft ons veel gebracht", "Wij gaan door met de {}", "Zonder de {} was het niet gelukt",
          "Het was even wennen aan de {}"]
SPEAKERS = ["Een buurvrouw", "Een huisarts", "De wethouder", "Een deelnemer"]

# Sentences without a fact; the more general ones come more often.
NEUTRAL = [
    "De {0} van de {1} hangt samen met de {2} en de {3}.",
    "Uit de {0} blijkt dat de {1} en de {2} bij elkaar horen.",
    "Een {0} {1} past bij de {2} van een {3}.",
    "Voor de {0} is een {1} opgezet, met aandacht voor {2} en {3}.",
    "Daarom is de {0} anders dan de {1}, de {2} en de {3}.",
    "Wie de {0} kent, herkent de {1} in de {2}.",
    "Zo ontstaat een {0} waarin de {1} en de {2} hun plek hebben.",
    "De {0} geldt als {1}; de {2} is er de {3} van.",
    "Met {0} en {1} wordt de {2} een {3}.",
    "Rond de {0} ligt een {1}, en daaromheen een {2}.",
    "De {0} (de {1}) heet hier {2}.",
    "Er ligt een {0} klaar: de {1} en een {2} over {3}.",
]


class Words:
    """Words by rank, made of syllables: the same rank is always one word."""

    ONSETS = "b d f g h k l m n p r s t v w z br dr gr kl kr pl tr vl zw".split()
    VOWELS = "a e i o u aa ee oo ui oe".split()
    CODAS = "l m n r k t p".split()
    ENDINGS = ["", "en", "ing", "s", "heid", "er", "lijk"]

    def __init__(self):
        self.made = {}
        self.first = [a + v for a in self.ONSETS for v in self.VOWELS]
        self.last = [a + v + c for a in self.ONSETS for v in self.VOWELS for c in self.CODAS]

    def make(self, rank):
        n, m = len(self.first), len(self.last)
        mixed = (rank * 2654435761 + 40503) & 0xFFFFFFFF
        ending = self.ENDINGS[rank % len(self.ENDINGS)]
        word = self.first[mixed % n] + self.first[(mixed // n) % n] + self.last[(rank * 7919) % m]
        return "q" + word[1:] + ending if rank % 97 == 0 else word + ending

    def __getitem__(self, rank):
        word = self.made.get(rank)
        if word is None:
            word = self.make(rank)
            if rank < 200000:
                self.made[rank] = word
        return word
