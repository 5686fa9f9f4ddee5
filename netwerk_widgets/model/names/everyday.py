"""Words that are nobody's name: kin and roles, the small words between them, and words that a name may look like.

In *tante Bep* only "Bep" is a name. Whoever is called by a role alone ("moeder") is meant by that whole role.
"""

# ruff: noqa: SIM905 -- a page of words reads better as words

from __future__ import annotations

ROLES = frozenset(
    """
    moeder mama mam ma vader papa pap pa ouder ouders stiefmoeder stiefvader pleegmoeder pleegvader broer broertje zus
    zusje stiefbroer stiefzus halfbroer halfzus zoon dochter kind kinderen baby tweeling oma opa grootmoeder grootvader
    overgrootmoeder overgrootvader kleinkind kleinzoon kleindochter tante oom nicht neef nichtje neefje schoonmoeder
    schoonvader schoonzus schoonbroer zwager schoonzoon schoondochter man vrouw partner ex vriend vriendin vrienden
    verloofde echtgenoot echtgenote buur buurman buurvrouw buurjongen buurmeisje buren collega baas chef leidinggevende
    klasgenoot kennis coach trainer mentor docent juf meester leraar lerares leerkracht huisarts arts dokter
    verpleegkundige psycholoog psychiater therapeut maatje vrijwilliger voogd gezinsvoogd jongerenwerker
    wijkverpleegkundige maatschappelijk werker werkster hulpverlener begeleider ambulant thuishulp poetshulp dominee
    pastoor imam hond kat poes konijn paard cliënt client ik jij hij zij iemand niemand
    gezin familie zoontje dochtertje schoonouders grootouders opa's oma's tantes ooms neven nichten stiefkind pleegkind
    pleegouders pleegzoon pleegdochter huisgenoot vriendje vriendinnetje kameraad teamgenoot lotgenoot buurt groep
    medewerker consulent wijkagent agent casemanager bewindvoerder mantelzorger oppas gastouder logopedist tandarts
    fysiotherapeut rabbijn priester pastor mevrouw meneer mevr mw dhr heer dr drs prof
    mother mum mom father dad parent stepmother stepfather brother sister son daughter child grandmother grandma
    grandfather grandpa aunt uncle cousin niece nephew husband wife friend neighbour colleague boss teacher doctor
    nurse social worker dog cat volunteer family mr mrs ms miss
    """.split()
)
"""What somebody is to somebody: alone it is a role, beside a name it tells nothing of who it is."""

SMALL = frozenset(
    """
    de het een van der den en of uit met op in aan bij voor naar te zijn haar mijn ons onze hun oude oud jonge jong
    kleine klein grote groot lieve goede beste eerste tweede the and from with at my his her their old young
    derde vierde vorige nieuwe nieuw vaste leuke aardige jongste oudste andere ander twee drie vier ook nog om over
    zonder tegen onder boven beneden naast overkant hoek hier daar vroeger nu straks toen werk school klas kerk moskee
    club sportclub voetbal sport yoga koor winkel straat flat huis thuis dorp stad opleiding bakkerij nummer jaar
    persoon naam person name
    """.split()
)
"""Words that stand in a role and name nobody."""

PARTICLES = frozenset(
    "el al ter ten von zu bin ben ibn abu bint la le les du da di dos das del della do st sint mc mac van der den de"
    " 't af av".split()
)
"""What stands in names and is none by itself: "El" of El Idrissi."""

OF = frozenset({"van", "v", "vd", "of", "from"})
"""After a role alone, what follows these is somebody else: "moeder van Rosa"."""

ALSO_WORDS = frozenset(
    "al an ad ben door dag dien do el goed hoop in is lief los mei may om wil will hope grace faith bill art".split()
)
"""Names that are everyday words as well: the name begins with a capital."""

NOT_THEIRS = frozenset("als abs ads bos das dos dus gas les los mas mes mos os pas tas vas was zes is eens".split())
"""Words that look like a name of two letters with an s."""

NOBODY = ROLES | SMALL | PARTICLES
