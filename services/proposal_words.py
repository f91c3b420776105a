"""The words by which proposals are told from the rest of a text. English; other languages go by dates alone."""

import re

from services.sentences import word_set

REPORTING = word_set(
    "said says say saying told tells tell added adds wrote writes tweeted tweets reported reports stated states "
    "noted notes according explained explains commented comments insisted insists quoted "
    "acknowledged warned warns argued argues asserted estimated estimates "
    "replied stressed emphasised emphasized sagte sagten teilte teilten erklärte berichtete berichteten laut"
)
"""Verbs (and “according”) that only tell who said so."""

_IRREGULAR = (
    "was were had has have been became began begun bent bet bled blew blown bore born bought bound bred broke "
    "broken brought built burnt burst came caught chose chosen clung cost crept cut dealt did done dove drank "
    "drew drawn drove driven dug ate eaten fallen fell fed felt fled flew flown flung forbade fought found forgot "
    "forgotten forsook froze frozen gave given got gone went grew grown held heard hid hidden hit hurt kept knew "
    "known laid lain lay led left lent let lit lost made meant met mistook paid put quit ran rang read rode "
    "ridden risen rose sank sat saw seen sold sent set sewn shook shaken shone shot shown showed shrank shut "
    "slain slept slew slid slit sought spent spoke spoken spread sprang stole stolen stood stuck struck stung "
    "swam swept swollen swore sworn swung taken took taught thought threw thrown thrust tore torn understood "
    "undertook underwent upheld woke won withdrew withdrawn wore worn wept wrecked wrote written overran "
    "overthrew overtook befell beset outlawed shed split bid retook retaken rebuilt resold rewrote rewritten redrew redrawn "
    "reran remade repaid reset retold resat rehung rethought withheld withstood overthrown overtaken overcame overran "
    "overheard oversaw overseen overrode overridden misled mistaken misread foresaw foreseen foretold forewent outran "
    "outdid outgrew undid undone undercut inlaid interwove offset recast relaid sprung strung wound ground wove woven bade "
    "beheld besought clad knelt leapt leant spilt spoilt smelt spelt dreamt learnt mown sawn striven strove trod trodden "
    "cast forecast broadcast hung bombed "
)
IRREGULAR = word_set(_IRREGULAR)
"""Past tenses and participles that do not end in -ed, and the verbs of the perfect."""

NO_VERB_IN_ED = word_set(
    "united need indeed hundred speed feed red bed armed allied exceed proceed succeed seed weed greed "
    "creed sacred naked wicked breed embed aged unprecedented retired so-called supposed alleged detailed limited "
    "advanced related combined"
)
WEAK = word_set("was were had has have been is are did")
"""Verbs that an other one beside them outdoes."""
PRESENT = word_set("is are has have does remains stands says marks falls comes begins starts dates")

FUTURE = re.compile(
    r"\b(?:will|shall|won't|won’t|'ll|’ll|going to|(?:is|are|was|were|be) (?:due|set|scheduled|expected|slated|"
    r"likely|poised)"
    r"(?: to\b)?|plans? to|planning to|planned for|scheduled for|intends? to|hopes? to|"
    r"(?:is|are) to (?!blame\b)[a-z]+|must be|should be|deadline|wird|werden|soll|sollen)\b",
    re.I,
)
ANNOUNCED = re.compile(
    r"\b(?:will|would|plans? to|intends? to|(?:is|are|was|were) to|not to|"
    r"rejecting|denying|accusing|admitting|confirming|announcing|promising|threatening)\b",
    re.I,
)
"""In a sentence that says what somebody announced."""
COMPARED = re.compile(
    r"(?:\bthan(?: in| on| at)?|\bcompared (?:with|to)(?: \w+){0,3}|\bversus|"
    r"\b(?:highest|lowest|worst|best|biggest|largest|deadliest|first|steepest|strongest|most|hottest|coldest|"
    r"wettest|driest)\b[^.;,]{0,60}"
    r"\bsince(?: at least)?)\s*\Z",
    re.I,
)
"""Before a date that only measures: “the worst since 1990”."""
SEPARATORS = word_set(
    "after before when while which who whom whose that where and but as because since until though although"
)
ATTRIBUTED = re.compile(r"(?:\b(?:the|a|an|this|that|its|his|her|their|our|of)\s|[’']s\s)\s*\Z", re.I)
"""Before a date that only names something: “the 2019 law”."""
NOUN_BEHIND = re.compile(
    r"(?:[’']s)?[ -](?!(?:he|she|it|they|we|you|his|its|their|this|these|there|some|many|several|two|three|only|"
    r"in|on|at|by|for|from|to|the|a|an|and|or|but|as|after|before|when|while|that|which|who|"
    r"with|of|near|"
    r"was|were|is|are|had|has|have|when|where|against|during|over|under|into|about|until|through|amid|because|"
    r"since|despite|"
    r"outside|inside|along|around|between|without|following|killing|leaving|morning|afternoon|evening|night)\b)[a-z]"
)

BOILERPLATE = re.compile(
    r"\s*[\[(*•–—-]*\s*(?:advertisement\b|sponsored (?:content|post|by)\b|subscribe\b|sign up\b|stay informed\b|"
    r"stay up to date\b|read (?:more|also|next|on)\b|related\b(?:\s*(?::|stor|article|link|content|cover)|$)|see also\b|"
    r"more (?:from|on)\b|share (?:this|on|via)\b|follow us\b|click here\b|(?:our |daily |weekly )?newsletter\b|"
    r"copyright\b|©|\(c\)|all rights reserved\b|photos?(?:graph)?s?\s?(?:by\b|credit|:|/)|"
    r"(?:file )?(?:image|picture|video)s?(?: credit)?:|credit:|source:|getty images|"
    r"(?:reporting|writing|editing|compiled|additional reporting) by\b|(?:this|the) (?:article|story|page|post|piece|report)"
    r" (?:was|has been|is)\s(?:\w+ )?(?:updated|published|amended|corrected|edited|archived|posted|written|translated|produced|"
    r"modified)\b|terms of (?:use|service)\b|privacy policy\b|cookies? |listen to\b|watch:|print this\b|comments? \(|"
    r"most (?:read|popular)\b|trending\b|editor[’']s note|corrections?:|the views expressed\b|"
    r"werbung\b|anzeige\b|foto:|abonnieren\b|mehr zum thema\b|lesen sie\b)",
    re.I,
)
IMPRINT = re.compile(
    r"\s*[\[(*•–—-]*\s*(?:first|originally|last)?\s*(?:published|updated|posted|modified|edited|accessed|retrieved|archived|"
    r"printed|veröffentlicht|aktualisiert)\b",
    re.I,
)
"""When a text itself was published: a line of its own."""
CAPTION = re.compile(
    r"\((?:[^()]{0,40}\b)?(?:photos?|images?|picture|foto)\b[^()]{0,80}\)|\bfile (?:photo|picture|image)\b|"
    r"\b(?:photo|photograph|image|picture)s? (?:\w+ )?(?:taken|shows?|released|provided|made available)\b|"
    r"\b(?:AFP|AP|Reuters|EPA) via Getty|via Getty Images|Getty Images\)|\b(?:Reuters|AFP|AP)/[A-Z]",
    re.I,
)
PICTURED = re.compile(
    r"\b(?:photo|photograph|image|picture|screengrab|video still)s? (?:[\w-]+ ){0,2}(?:taken|shows?|released|"
    r"provided|made available|dated)\b|"
    r"\b(?:is|are) (?:seen|pictured|shown)\b|\bpictured (?:in|on|here)\b|\bfile (?:photo|picture|image)\b",
    re.I,
)
"""A sentence about the picture itself."""

MONTHS_AND_DAYS = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu "
    "thurs fri sat sun today yesterday tomorrow easter christmas ramadan eid spring summer autumn winter gmt utc "
    "est edt bst am pm januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag "
    "freitag samstag sonntag heute gestern"
)
OPENERS = word_set(
    "the a an he she it they we you i this that these those his her its their our my in on at by from for to as "
    "after before when while if but and or so then there here two three four five six seven eight nine ten eleven "
    "twelve dozens hundreds thousands more most some many several no not all another both each every however "
    "meanwhile officials police witnesses residents authorities early late around about since during until "
    "despite although though because following earlier later once only even still just also what who how why "
    "where which one first second last next according under over with without between among against through amid "
    "soon now never nearly almost at least up thus therefore moreover nevertheless instead his fighters soldiers "
    "troops rockets missiles protesters workers firefighters people men women children prosecutors investigators "
    "der die das ein eine er sie es wir im am nach vor als bei"
)
HONORIFICS = "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Rep|Sen|Gov|Rev|St"
GEOGRAPHIC = word_set(
    "river lake mountain mountains mount valley province district county city town village island islands sea "
    "gulf bay street road avenue square bridge airport port harbour harbor base airbase station park desert "
    "peninsula strait canal coast border hospital prison camp region state republic north south east west"
)
REGIONS = word_set(
    "northern southern eastern western central northeastern northwestern southeastern southwestern downtown"
)
PEOPLE_TITLES = word_set(
    "president minister secretary prime chancellor king queen prince princess general colonel major captain "
    "admiral sergeant governor mayor senator judge justice sheriff bishop pope imam sheikh mr mrs ms dr prof gen "
    "lt col sgt capt sen rep gov"
)
PEOPLES = re.compile(
    r"(?:\w+(?:ian|ean|ish|ese|ican)|iraqi|israeli|pakistani|saudi|yemeni|kuwaiti|qatari|omani|emirati|bahraini|"
    r"afghan|french|german|dutch|"
    r"greek|swiss|arab|thai|czech|kurdish|sunni|shia|shiite|\w+-(?:backed|supported|affiliated|led|born|based|"
    r"made|aligned|held|run|owned|"
    r"controlled|era|style|made))\Z",
    re.I,
)
BEFORE_PLACE = word_set("in at near outside inside around across throughout toward towards into within nahe")
LEADING = re.compile(
    r"(?:(?:however|but|and|meanwhile|moreover|nevertheless|instead|therefore|thus|also|then|separately|"
    r"in addition|as a result|"
    r"in response,|for example|for instance|by contrast|yet|so|still|now|later|earlier|"
    r"(?:(?:briefly|shortly|soon|immediately|just|hours|days) )?(?:after|when|while|as|since|because))\b,?\s+(?=\S))+",
    re.I,
)
