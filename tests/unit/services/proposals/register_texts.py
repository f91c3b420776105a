"""Invented texts in twelve registers."""

WIRE = """BELGAVIA CITY, Oct. 17 (Meridian) — Two gunmen on a motorcycle killed a customs inspector outside his home in Belgavia \
City on Monday night, police said, the third such killing this year.

Inspector Davit Orlen, 51, was due to testify next week in the trial of a cigarette smuggler. He died in hospital early on Tuesday.

Orlen had been moved to another post in June after receiving a letter with a bullet in it, his brother told Meridian by \
telephone. "They knew where he parked," he said.

The interior minister, Pola Venn, arrived at the scene shortly before midnight and ordered roadblocks. On Tuesday afternoon \
officers detained a 24-year-old man at the Sarn border crossing, a spokesman said. He has not been charged.

Colleagues of Orlen were shot dead in March and on 9 August. No one has been convicted of either murder.

The European Union froze customs aid to Belgavia in 2021 over corruption. A delegation was expected in the capital on Thursday.

(Reporting by Lena Kroll; editing by Tom Abt)
"""
FEATURE = """The Harbour That Was Never Dredged

For eleven years the people of Lant waited for a deeper port. What they got was a lawsuit.

It began with a handshake. In the spring of 2011 the engineer Hilde Maas flew to Lant with a map under her arm. She had drawn it \
in a weekend, she recalls. That September the council paid her firm 1.2 million crowns.

Nothing happened for two years. Then, on 3 February 2014, a barge named Constance anchored off the mole and began to dig. It \
stopped eleven days later. Nobody in Lant has seen it since.

I met Maas last month in a café in Utrecht. She is 68 now and does not own a car. "I was a fool," she says.

Timeline
March 2011: Maas presents her plan to the council
12 September 2011: First payment
3 February 2014: Barge Constance starts dredging
14 February 2014: Work stops
June 2016 – Auditors find that invoices were written twice
2 November 2019 – Lant sues the firm
Late 2020 – The firm is dissolved
22 April 2022 – Court of Lant rejects the claim

The judges needed forty minutes. Outside, Jan Peel, who sold his trawler in 2012 because he believed in the port, sat down on \
the steps and lit a cigarette. The council has until 6 June to appeal.
"""
COURT = """A former bus driver who drove into a queue at a Northmere stop while reading messages on his telephone was sentenced to \
four years in prison at Northmere Crown Court yesterday.

Callum Reith, 39, admitted causing death by dangerous driving at a hearing on 8 September. The court heard that on the afternoon \
of Saturday, 14 November 2020, his number 9 bus left the carriageway in Alder Street at 27 miles an hour. Maureen Tate, 71, died \
at the scene. Her granddaughter, then aged six, lost a foot.

Judge Priya Nandan said that Reith had opened four messages in the minute before the crash. In 2017 he had been given a written \
warning by his employer for the same thing, she noted, and in May 2019 a passenger had complained.

Reith told police in an interview two days after the crash that the sun had blinded him. He changed his account in February after \
an expert examined the handset.

The bus company, Coastline, said it had fitted cameras in all cabs this summer. An inquest into Mrs Tate's death will resume on \
10 January.

Reith was banned from driving for eight years.
"""
RELEASE = """FOR IMMEDIATE RELEASE
12 June 2024

Aurelis Therapeutics receives approval for Tenvara

MALBORK, 12 June 2024 – Aurelis Therapeutics today announced that the Nordic Medicines Agency has approved Tenvara for the \
treatment of severe asthma in adults. The agency adopted its decision on 10 June.

The approval is based on the BREEZE study, which enrolled 1,140 patients between March 2019 and October 2021. Results were \
published in The Thorax Journal in January 2023.

"Today is a great day for patients," said Dr. Emil Sandqvist, Chief Executive Officer of Aurelis.

Aurelis expects to launch Tenvara in Denmark in the third quarter of 2024. An application in Canada was withdrawn in December \
2023 after questions about manufacturing; the company resubmitted it on 2 May.

About Aurelis
Aurelis was founded in 2009 and listed on the Copenhagen exchange on 18 May 2017. It employs 430 people.

Forward-looking statements
This release contains statements about the future as of 12 June 2024. Aurelis assumes no obligation to update them.

Contact: Media relations, media@aurelis.example, weekdays 9 a.m. to 5 p.m.
"""
BLOG = """Posted by river_walker on 30 August 2020, 21:14

So the fish are dead again.

I walked the towpath from Brill to Oak Lock yesterday and counted 63 roach and two pike, all belly up. The water smelled of \
diesel. This happened in July 2018 as well, if you remember, and back then the Agency blamed the heat.

I rang their hotline at 10.20 on Saturday morning and was told someone would come. Nobody came. On Thursday a tanker lorry with no \
markings was parked behind the plating works; my neighbour took a picture of it.

Some background for newcomers: the plating works changed hands in 2015. A year later the new owners got permission to discharge \
"treated water" at night. In November 2017 the parish council asked for the monitoring data and was refused. I asked again last \
week under the information act. They have twenty working days, so I should hear by 25 September.

EDIT 31 Aug: the Agency has just called. They took samples this morning.
"""
MINUTES = """MINUTES of the ordinary meeting of the Finance Committee held on Tuesday 5 March 2019 at 18.30 in the Guild Hall

Present: Cllr A. Brandt (chair), Cllr M. Osei, Cllr T. Lind, the Treasurer.
Apologies: Cllr R. Hale.

1. Minutes of the last meeting
The minutes of the meeting held on 5 February 2019 were approved.

2. Swimming pool
The Treasurer reported that the contractor had stopped work on 18 February because two invoices were unpaid. She paid both on \
1 March from the reserve. Cllr Osei asked why the committee was not told. The chair replied that he had informed the mayor by \
telephone on 20 February.

3. Market stalls
The committee resolved by three votes to nil to raise the rents with effect from 1 May 2019. The rents were last raised in 2013.

4. Theft of cash box
It was noted that a cash box with 640 crowns had disappeared from the lido between 9 and 11 February. The police were informed on \
12 February.

5. Next meeting
Tuesday 2 April 2019 at 18.30.

The meeting closed at 20.05.
"""
LOCAL = """Library to stay shut until spring

The Carnegie library in Mossford will not reopen before April, the county confirmed on Wednesday.

Part of the ceiling came down in the children's corner on the morning of 2 August, an hour before a reading for toddlers. No one \
was hurt. A survey later that month found asbestos above the plaster.

The library, which opened in 1908, has had a troubled decade. Its boiler failed in the winter of 2014, and thieves stripped lead \
from the roof over the Easter weekend in 2018. A campaign to save the branch collected 4,000 signatures in six weeks the \
following year.

"We are gutted," said volunteer Pam Ridley, who has run the Monday reading circle since 2003.

County councillors set aside £310,000 for repairs at their July meeting. Work should begin next month.

On Saturday around forty residents formed a human chain around the building.
"""
OBITUARY = """Anselm Farkas, glassblower who lit the Grand Palais, dies at 91

Anselm Farkas, whose chandeliers hang in theatres from Oslo to Montevideo, died on 4 February at his home in Novy Most. He was 91.

Farkas was born on 17 June 1926 in Kremno, the fourth son of a stoker. At fourteen he was sent to the Lotz works as an \
apprentice. In the winter of 1944 he was deported to a labour camp in Silesia, from which he escaped the following March.

He married the engraver Ilse Brand in 1951; she died in 2006. Together they opened a studio in an old brewery in 1958.

His breakthrough came in 1963, when the architect Paolo Renzi ordered sixty lamps for the Grand Palais. Recognition at home was \
slower. The state banned him from travelling between 1970 and 1977, after he signed a petition. He received the Order of Merit \
in 1991.

A fire destroyed the brewery on New Year's Eve 1999. Farkas, then 73, rebuilt the furnace with his own hands and went on working \
until last autumn.

He is survived by two daughters. The funeral will be held on 16 February.
"""
SCIENCE = """Ancient lake found beneath desert sand

Geologists have mapped the bed of a lake that covered 5,000 square kilometres of what is now the Tarim desert, according to a \
paper published on Wednesday in the journal Terra Nova.

The team, led by Mei-Ling Zhao of the University of Lanzhou, drilled 14 cores in the summers of 2019 and 2021. A first attempt in \
2020 was called off because of the pandemic. Layers of clay and shells show that the lake dried up about 8,000 years ago.

The lake was first suspected in 1984, when a Soviet satellite photographed a faint shoreline. A Franco-Chinese expedition \
searched for it in vain in 1996.

"It changes how we think about the region," said Ada Holm, a climate scientist at Bergen who was not involved in the study. \
"Models have long predicted rain there."

In January the group received a grant of 2 million euros for a further campaign. They will return to the site in September. Last \
year was the hottest on record in the basin.
"""
LOG = """POLICE LOG – week of Jan. 29

Monday, Jan. 29
8:12 a.m. – A caller on Birch Lane reported that someone had taken a snow blower from an open garage.
2:40 p.m. – Two-car collision at Main and Third. One driver was taken to Mercy Hospital with a neck injury.

Tuesday, Jan. 30
12:05 a.m. – Officers arrested a 31-year-old man outside the Anchor Bar after a fight.
6:30 p.m. – A woman turned in a wallet that she found at the bus station.

Thursday, Feb. 1
Smoke alarm at Ridge School. Firefighters found a burnt bagel.
11:15 p.m. – Loud music on Elm Court. The tenant agreed to turn it down.

Saturday, Feb. 3
4 a.m. – A deer was struck on County Road 6.

An earlier report that said the collision on Jan. 22 involved a school bus was wrong; it was a church van.
"""
SPORT = """Rovers sign keeper after Dahl injury

Kestrel Rovers have signed goalkeeper Marta Ilves on loan from Tallinn United until the end of the season, the club said on Monday.

Ilves, 27, passed a medical in Kestrel on Sunday and trained with her new team-mates this morning. She replaces Signe Dahl, who \
tore a knee ligament in the 3-1 defeat at Norbury on 4 July and had surgery on Friday.

Rovers have not won since 23 May, when they beat Alder Town 2-0. They have conceded 11 goals in the last four matches, the worst \
run since 2016.

Ilves made her debut for Estonia in 2014 and was voted the league's best keeper two years later. She missed most of the 2019 \
season after a car accident.

Rovers play Hartwell at home on Saturday (kick-off 15:00). Tickets are on sale from Wednesday.

Coach Ines Roca was fined 500 by the league last week for insulting a referee.
"""
FILING = """ITEM 3. LEGAL PROCEEDINGS

On April 14, 2022, a purported shareholder filed a class action against the Company and two of its officers in the District Court \
of Arden, captioned Wolfe v. Pelican Foods Corp. The complaint alleges that statements made between November 5, 2020 and February \
28, 2022 were misleading. On October 3, 2022, the Company moved to dismiss. The court denied the motion in part on March 21, \
2023. Discovery is ongoing, and trial is set for June 2024.

In the second quarter of 2023 the Company recorded a charge of $14.5 million in connection with the recall of frozen spinach \
announced on May 11, 2023. As of June 30, 2023, 212 claims had been filed.

ITEM 5. OTHER INFORMATION

On June 15, 2023, the Board appointed Ms. Helen Achebe as Chief Financial Officer, effective July 1, 2023. Mr. Dale Rourke \
resigned from that position on May 30, 2023.

The Company's fiscal year ends on September 30. Except as required by law, the Company undertakes no duty to update this report \
after August 9, 2023.

SIGNATURES
Date: August 9, 2023
"""
