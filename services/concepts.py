"""Words that accounts of one incident use for the same thing, a line each. English; own lists, wide on purpose.

A word may stand in several lines. They are compared by their stems, so that other endings need not be listed.
"""

CONCEPTS = tuple(
    line
    for line in """
die dead death kill fatal fatality casualty perish slay slain deceased lethal deadly victim toll lose lives corpse body
injure wound hurt casualty hospitalise hospitalize maim
murder kill homicide assassinate slay stab strangle manslaughter shoot gun execute
shoot shot shooting gunfire gunman gunmen fire open shooter sniper bullet
bomb explode explosion blast detonate device ied explosive blow blew bombing grenade
attack assault raid strike struck storm ambush hit offensive target onslaught
missile rocket projectile shell shelling bombard bombardment artillery mortar salvo
drone uav unmanned quadcopter
airstrike bombing raid sortie jet warplane strike
fire blaze burn burnt inferno flame ablaze arson gut char ignite engulf wildfire bushfire
flood inundate submerge overflow swamp deluge water
storm hurricane cyclone typhoon gale tornado tempest squall twister
earthquake quake tremor aftershock seismic magnitude shook shake
landslide mudslide avalanche rockfall bury slip
drought heatwave heat temperature
rain rainfall downpour deluge
erupt eruption volcano volcanic lava ash
crash collide collision smash accident wreck derail derailment plough plow hit overturn pileup
train rail railway locomotive express carriage derail
plane aircraft airliner jet flight airplane aeroplane jetliner pilot
helicopter chopper rotorcraft
ship vessel boat ferry freighter tanker trawler cargo trawler yacht craft steamer
sink sank sunk capsize founder overturn drown
aground ground stranded reef
bus coach minibus
car vehicle automobile motorist driver truck lorry van
road motorway highway street freeway
collapse cave fall fell crumble topple
leak spill discharge seep contaminate pollute pollution
arrest detain apprehend custody seize nab capture catch caught held hold round
police officer constable cop gendarme detective
prison jail imprison gaol incarcerate custody cell behind bar inmate prisoner convict detainee
escape flee fled break broke abscond
sentence jail term imprison prison sent handed punish penalty
convict guilty conviction verdict
acquit acquittal clear innocent exonerate cleared
charge indict accuse indictment prosecute prosecution allege count
trial court tribunal judge hearing bench magistrate justice dock jury juror
appeal overturn quash uphold review
sue lawsuit suit litigation complaint plaintiff claim
lawyer attorney barrister counsel solicitor advocate defence defense
settle settlement compensation damage payout pay
fine penalty penalise penalize sanction
bribe bribery corruption graft kickback backhander
fraud embezzle swindle scam deceive launder siphon misappropriate
steal stole stolen theft thief thieves rob robbery burglary loot heist burglar burgle raid
kidnap abduct hostage snatch captive seize
smuggle traffic contraband haul
drug cocaine heroin narcotic cannabis
search raid swoop ransack
rape abuse assault sexual molest
elect election vote poll ballot voter win won electorate
president head state leader
premier pm minister chancellor cabinet government
government cabinet ministry administration authority state official
parliament lawmaker legislature assembly deputy mp senate congress senator legislator house chamber bundestag knesset
mayor municipality council town city
council councillor councilman alderman assembly
resign quit step leave left departure stand
sack dismiss fire oust remove axe depose dump
appoint name nominate install pick choose chosen hire successor
succeed replace successor take over
referendum plebiscite vote
coup putsch overthrow topple oust takeover
protest demonstrate demonstration rally march riot unrest demonstrator protester marcher
strike walkout stoppage industrial action picket
worker employee staff labourer laborer workforce personnel union
dismissal layoff redundancy cut shed job jobs
law bill act legislation statute
pass adopt approve approval back endorse vote ratify
reject veto refuse defeat block turn
ban outlaw prohibit forbid bar prohibition
sign ink treaty agreement accord deal pact contract
talk negotiate negotiation summit meet meeting met confer
ceasefire truce armistice lull
peace accord settlement
withdraw pull pullout retreat leave left evacuate
invade invasion incursion cross march
troop soldier army force military infantry trooper serviceman conscript
rebel insurgent guerrilla militant fighter militia militiaman separatist extremist gunman
capture seize take took overrun recapture control
liberate free release rescue save
refugee migrant asylum displace flee fled
evacuate evacuation evacuee move
border frontier crossing checkpoint
embassy consulate mission
ambassador envoy diplomat
expel deport expulsion deportation
sanction embargo blockade
spy espionage intelligence agent
weapon arm munition ammunition gun rifle
buy bought acquire acquisition purchase takeover take over
sell sold sale divest dispose
merge merger combine tie join
bankrupt insolvent insolvency administration receivership liquidate bankruptcy collapse bust creditor
company firm group corporation manufacturer maker business concern
factory plant works mill manufacture
shop store retailer outlet supermarket
bank lender
boss chief executive ceo head director chairman chair manager president
profit earning income gain surplus
revenue sales turnover
loss deficit
share stock equity
list listing float flotation ipo debut
invest investment fund stake
loan lend borrow debt credit
recall withdraw pull defect faulty defective
launch unveil introduce debut present
open inaugurate opening inauguration reopen
close shut shutter closure cease halt suspend
build construct construction erect
ground-breaking groundbreaking
plan propose proposal scheme project
delay postpone defer suspend
cancel scrap call drop abandon
raise increase rise rose hike lift up climb jump
cut reduce reduction slash lower fall fell drop decline down
record high
price cost fare tariff
rate interest
tax duty levy
budget spend spending
hospital clinic infirmary ward
doctor physician surgeon medic
nurse midwife
patient sick ill
disease virus outbreak epidemic infection illness infect pandemic
vaccine jab inoculate immunise immunize vaccination
school pupil student college university campus teacher schoolchildren
child children boy girl teenager youth teen minor kid baby infant toddler
woman women female
man men male
people person resident civilian villager local
couple husband wife spouse marry married wedding wed
church cathedral chapel parish
mosque
priest cleric bishop pastor vicar imam clergyman
scientist researcher expert
study research survey
discover find found unearth discovery identify uncover detect spot dig
dinosaur fossil skeleton bone remains
telescope observatory astronomer
planet exoplanet world
spacecraft probe satellite orbiter lander rocket capsule
land landing touchdown touch
species animal creature
artefact artifact relic antiquity treasure hoard
archaeologist dig excavate excavation
museum gallery exhibition
painting picture canvas artwork portrait masterpiece
auction bid hammer
match game fixture final cup
win won beat defeat victory triumph champion title clinch crown trophy
draw tie level
goal score net
coach manager trainer
player footballer striker forward midfielder captain
club team side squad
league division championship
race run marathon runner
swim swimmer
cycle cyclist rider bike
medal gold silver bronze
record mark best
ban suspend suspension bar
doping drug steroid test positive
transfer sign join move
stadium ground arena
hack hacker cyberattack breach ransomware cyber intrusion
data record file information
outage blackout power electricity cut
phone mobile telephone
secret classify confidential
letter note memo
document paper file dossier
inquiry investigation probe investigate inspect inspection inspector audit examine
report finding conclude study
admit confess acknowledge concede plead
deny denial reject refute
apologise apologize apology sorry regret
resume restart return restore
miss missing disappear vanish lost
rescue save pull recover lifeguard crew
airport airfield airbase runway airstrip
bridge viaduct span crossing overpass
dam reservoir barrage
mine miner colliery pit shaft coal
oil crude petroleum
gas pipeline
nuclear reactor atomic radiation
water tap drink
food crop harvest grain
farm farmer farmland
forest tree wood woodland
river stream
mountain peak climber mountaineer
island isle
beach coast shore seaside
tower building block apartment flat house home
hotel inn guesthouse resort
restaurant cafe bar pub diner eatery
club nightclub disco
bomb threat hoax
journalist reporter correspondent newspaper editor
mother father parent son daughter brother sister
leader head chief boss commander
general commander colonel officer chief
billionaire tycoon magnate
statue monument memorial
burn burnt torch
shrink fewer
dozens scores
euro eur €
dollar usd $
pound gbp sterling £
quarter quarterly
quit stop
agree agreement accept
order demand command instruct rule ruling
decide decision rule ruling
lift end remove scrap
extend prolong renew
reveal disclose leak publish
warn alert caution
star actor actress
singer musician band
die pass
birth born
bury funeral burial
honour honor award prize
veteran former
explode erupt
toxic poison chemical poisonous
clash fight fighting battle skirmish confrontation
tank armour armoured armored
navy naval warship frigate destroyer
submarine sub
seize confiscate impound
hide hid hidden conceal
pay paid payment transfer
snow blizzard snowstorm ice icy frost freeze frozen
fog mist smog haze
tornado twister
underground subway metro tube
tram tramcar streetcar
taxi cab
bicycle bike cycle cyclist
pedestrian passer bystander onlooker
passenger traveller traveler commuter tourist holidaymaker visitor
strand stuck trap trapped
tow refloat salvage
wreck wreckage debris remains
pilot captain crew skipper
motorcyclist biker motorbike motorcycle
inflation price
recession slump downturn contraction
currency coin note money cash
bond debenture
pension retirement retire
wage salary pay earn
bonus reward premium
subsidy grant aid fund
donate donation gift donor give
charity foundation fund
licence license permit permission authorise authorize
audit auditor accountant account book
invoice bill receipt voucher
contract order tender commission award deal
consultancy consultant adviser advisor advise
lobbyist lobby influence
owner landlord proprietor
tenant renter lodger
developer builder contractor
property estate land plot parcel
deed title register registry
notary registrar
barracks garrison base camp headquarters
landmine mine minefield
parachute paratrooper
bodyguard guard security sentry watchman
caretaker janitor custodian
general admiral marshal
curfew lockdown restriction quarantine
emergency crisis disaster catastrophe
aid relief help assistance humanitarian
famine starvation hunger starve
whale dolphin porpoise
fish trout salmon angler fisherman trawler
cattle cow cows herd livestock
sheep lamb flock
bird fowl poultry flock
dog hound
waste rubbish garbage trash refuse sludge
sewage effluent wastewater
barrel drum cask container tank
acid chemical solvent
emission pollution exhaust fume
carbon climate warming greenhouse
levee dyke dike embankment barrier
wave tsunami surge tide
ocean sea pacific atlantic
bay gulf sound inlet
cape headland point
channel fairway strait waterway canal
lake pond reservoir lagoon quarry pit
glacier ice icecap
cave cavern grotto chamber
valley gorge canyon
field meadow farmland
wedding bride groom
pregnant pregnancy birth mother
cancer tumour tumor leukaemia leukemia
heart cardiac stroke
lung respiratory pneumonia breathing breathe suffocate asphyxiate
fever feverish temperature
surgery operation operate transplant
ambulance paramedic medic
drug medicine medication pill treatment
trial test experiment study
dose jab injection shot
exam examination test
thesis dissertation plagiarise plagiarism copy
professor lecturer academic
headmaster headteacher principal head
board governor trustee director committee
chair chairman chairwoman chairperson president head lead
treasurer finance
secretary clerk
deputy vice
spokesman spokeswoman spokesperson
candidate nominee contender
opposition rival opponent
ally partner supporter
conservative tory right
socialist left labour
coalition alliance pact
majority most
poll survey
constitution charter
independence secede secession break
king queen monarch royal prince duke crown throne
pope pontiff vatican
monk nun friar
film movie cinema picture
film video clip footage recording tape
post upload publish share online
tender bid bidder offer invitation procurement
complain complaint objection object grievance challenge
certificate certify acceptance accept approve approval clearance
amendment supplement addendum change revise revision
memo note letter report warn
villa house home residence mansion
yacht cruise boat ship
crack fissure split gap
tilt lean sink subside subsidence
foundation pile footing
hospital clinic infirmary medical health
nurse sister matron
surgeon theatre operating
successor replacement heir
evacuate move relocate transfer
plaster fill cover paint
sensor detector instrument
book novel memoir
author writer novelist
song album tune single
concert show gig performance
play drama theatre theater
television tv broadcast screen programme program
interview conversation talk
radio station
newspaper daily press journal
photograph photo picture image snapshot
portrait painting picture
sculpture statue bust
jewel jewellery jewelry gem diamond
exhibit display show
hammer auction
poet poetry
prize award honour medal
olympic olympics games
football soccer
tennis racket
referee umpire linesman
penalty shootout
qualify qualification
relegate relegation
crown trophy title cup
stage lap leg
jockey rider horse
pitch field court
fan supporter spectator
stabbing knife blade machete
ransom extort extortion blackmail
forge forgery counterfeit fake false
vandal graffiti vandalise deface
evidence proof exhibit
witness testify testimony
subpoena summon
bail bond surety
parole probation
extradite extradition
warrant order
suspect accused defendant
plea plead
evict eviction
strip revoke annul void cancel withdraw
oath swear sworn inaugurate inauguration
software program application app
computer laptop machine
server cloud
chip semiconductor processor
robot lander rover machine
internet online web website
network social media platform
password login credential
algorithm ai intelligence
star stellar galaxy cosmic black hole astronomer
moon lunar
sun solar
comet asteroid meteor meteorite
particle boson proton physicist
gene genetic dna genome edit
fossil bone skeleton human ancestor
laboratory lab institute
university college faculty
theory hypothesis
chemist chemistry
mathematician proof
engineer technician
inventor invention invent patent
wire cable line
tower mast pylon
roof ceiling
wall fence barrier
tunnel shaft
door gate entrance
basement cellar
kitchen canteen
room hall
boiler stove furnace kiln
lift elevator
window pane
key lock
bag suitcase luggage
box crate carton
envelope letter
telephone call ring
mail e-mail email message text
meter reading measure
log record entry
warn alarm alert warning
ignore neglect overlook disregard
refuse decline reject
allow permit let
assure promise pledge vow
urge call appeal ask request
blame fault accuse
praise welcome hail
criticise criticize condemn denounce
threaten threat menace
discuss debate
visit tour trip travel
arrive arrival reach come
depart departure leave
gather gathering assemble crowd
block blockade barricade obstruct standstill
occupy occupation
crush stampede trample
drown drowning swim bathe
fall plunge drop plummet fell tumble
hit ram slam struck rammed
burst break rupture breach fail failure
cut sever
drag pull haul
throw hurl toss
wound gash cut
faint unconscious collapse
poison poisoning toxic venom
infect infection contract catch
test positive
cure heal recover recovery
suicide kill
inherit heir heiress
divorce separate split
adopt adoption
orphan
migrant refugee asylum seeker
soldier conscript recruit
hire recruit employ
train training
learn teach
expand expansion grow enlarge
shrink contract narrow
double twice
half halve
oldest eldest earliest
youngest
biggest largest greatest
first inaugural
last final
new novel
former ex one-time erstwhile
interim temporary acting caretaker provisional
permanent lasting
secret covert hidden clandestine
illegal unlawful illicit banned
dangerous hazardous unsafe
empty vacant disused abandoned derelict
huge massive giant enormous vast
afghanistan afghan kabul
algeria algerian algiers
america american us usa u.s washington states
argentina argentine argentinian buenos
australia australian canberra
austria austrian vienna
belgium belgian brussels
brazil brazilian brasilia
britain british uk london england english
bulgaria bulgarian sofia
canada canadian ottawa
chile chilean santiago
china chinese beijing
colombia colombian bogota
croatia croatian zagreb
cuba cuban havana
czech prague
denmark danish dane copenhagen
egypt egyptian cairo
ethiopia ethiopian addis
finland finnish finn helsinki
france french paris
georgia georgian tbilisi
germany german berlin
ghana ghanaian accra
greece greek athens
hungary hungarian budapest
iceland icelandic reykjavik
india indian delhi
indonesia indonesian jakarta
iran iranian tehran persian
iraq iraqi baghdad
ireland irish dublin
israel israeli jerusalem
italy italian rome
japan japanese tokyo
jordan jordanian amman
kenya kenyan nairobi
korea korean seoul pyongyang
kuwait kuwaiti
lebanon lebanese beirut
libya libyan tripoli
malaysia malaysian
mali malian bamako
mexico mexican
morocco moroccan rabat
myanmar burma burmese
nepal nepalese kathmandu
netherlands dutch amsterdam hague holland
nigeria nigerian abuja lagos
norway norwegian oslo
pakistan pakistani islamabad
palestine palestinian gaza
peru peruvian lima
philippines filipino philippine manila
poland polish pole warsaw
portugal portuguese lisbon
romania romanian bucharest
russia russian moscow kremlin
saudi arabia riyadh
scotland scottish edinburgh
serbia serbian belgrade
slovakia slovak bratislava
somalia somali mogadishu
spain spanish madrid
sudan sudanese khartoum
sweden swedish swede stockholm
switzerland swiss bern geneva
syria syrian damascus
taiwan taiwanese taipei
thailand thai bangkok
tunisia tunisian tunis
turkey turkish turkiye ankara
ukraine ukrainian kyiv kiev
venezuela venezuelan caracas
vietnam vietnamese hanoi
yemen yemeni sanaa
zimbabwe zimbabwean harare
""".splitlines()
    if line
)

PHRASES = {
    "step down": "resign",
    "stepped down": "resign",
    "stood down": "resign",
    "stand down": "resign",
    "head of state": "president",
    "head of government": "premier",
    "prime minister": "premier",
    "lost their lives": "die",
    "lost his life": "die",
    "lost her life": "die",
    "passed away": "die",
    "laid off": "layoff",
    "lay off": "layoff",
    "took over": "buy",
    "take over": "buy",
    "blown up": "bomb",
    "blew up": "bomb",
    "set fire": "fire",
    "set on fire": "fire",
    "on fire": "fire",
    "went down": "sink",
    "went up in": "fire",
    "behind bars": "prison",
    "put to death": "execute",
    "walked out": "walkout",
    "walked free": "acquit",
    "cleared of": "acquit",
    "found guilty": "convict",
    "pleaded guilty": "admit",
    "turned down": "reject",
    "voted down": "reject",
    "thrown out": "reject",
    "threw out": "reject",
    "called off": "cancel",
    "put off": "postpone",
    "went missing": "disappear",
    "ran aground": "aground",
    "power cut": "outage",
    "power failure": "outage",
    "chief executive": "ceo",
    "chapter 11": "bankrupt",
    "went bust": "bankrupt",
    "went under": "bankrupt",
    "united states": "america",
    "united kingdom": "britain",
    "great britain": "britain",
    "given up": "resign",
    "gave up": "resign",
    "gives up": "resign",
    "first sod": "ground-breaking",
    "broke ground": "ground-breaking",
    "ground breaking": "ground-breaking",
    "moved out": "evacuate",
    "voted out": "oust",
    "took down": "remove",
    "white house": "america",
    "downing street": "britain",
    "shot dead": "murder",
    "gunned down": "murder",
    "shot down": "crash",
    "came down": "crash",
    "broke out": "escape",
    "gave birth": "birth",
    "cut off": "close",
    "lower house": "parliament",
    "upper house": "parliament",
    "industrial action": "strike",
    "went on strike": "strike",
    "downed tools": "strike",
    "signed off": "approve",
    "carried off": "steal",
    "made off": "steal",
    "taken into custody": "arrest",
    "swept to victory": "win",
    "sworn in": "inaugurate",
    "took office": "inaugurate",
    "gave the green": "approve",
    "green light": "approve",
    "air strike": "airstrike",
    "air raid": "airstrike",
    "air base": "airbase",
}
"""Phrases whose words mean something else apart, by a word of their concept."""
