"""Further invented texts, read once their dated incidents had been listed; what they showed was mended after that."""

import datetime as dt

from tests.unit.services.proposals.articles import Article

FURTHER = (
    Article(
        "investigation",
        dt.date(2023, 2, 26),
        """On paper, Brightwater Holdings is a cleaning firm. Company records seen by this newspaper show that it was \
registered in \
Port Amos on 3 March 2016, three weeks before the ministry put the hospital contract out to tender, and that its only director \
was the minister's brother-in-law, Tobias Renner.

The contract was signed on 1 June that year. Within eighteen months Brightwater had received 7.4 million crowns. \
Between August \
2017 and January 2018, bank statements show, almost all of that money was moved to an account in Cyprus.

Renner resigned as director in 2019. His successor, a 74-year-old pensioner, told us last week that she had never heard of the \
company. "I signed something at a petrol station," she said.

The audit office raised the alarm twice: in a letter dated 12 November 2018 and again the following spring. Neither letter was \
answered. In September 2021 an auditor, Mila Trost, copied the file and took it home. She was dismissed five months later.

The ministry said on Friday that all rules had been followed. The prosecutor's office opened a preliminary inquiry on 9 \
February.
""",
        (
            ("2016-03-03", "was registered"),
            ("2016-06-01", "contract was signed"),
            ("2017-08/2018-01", "moved to an account"),
            ("2019", "Renner resigned"),
            ("", "told us last week"),
            ("2018-11-12", "letter dated"),
            ("2019", "letter dated"),
            ("2021-09", "copied the file"),
            ("2022-02", "was dismissed"),
            ("2023-02-24", "ministry said"),
            ("2023-02-09", "preliminary inquiry"),
        ),
    ),
    Article(
        "inquiry transcript",
        dt.date(2022, 11, 8),
        """Q. When did you first learn of the leak?
A. On the evening of 14 May, a Friday. Mr Hobbs called me at home.
Q. And what did you do?
A. I drove to the site. I got there at about 9.30. The valve had been closed by then.
Q. Did you inform the regulator?
A. I sent them an email on 17 May 2021. They acknowledged it the next day.
Q. The logbook has an entry for 2 May. Can you explain it?
A. That was a test. We tested the alarm every month.
Q. You left the company in October 2021. Why?
A. I was told to. My deputy had been let go in August.
""",
        (
            ("2021-05-14", "evening of 14 May"),
            ("2021-05-17", "sent them an email"),
            ("2021-05-18", "acknowledged"),
            ("2021-10", "left the company"),
            ("2021-08", "let go"),
        ),
    ),
    Article(
        "aid report",
        dt.date(2019, 12, 31),
        """Situation report No. 14 – reporting period 1 to 31 December 2019

Highlights
• Heavy fighting resumed in Upper Sabra on 4 December; some 12,000 people fled towards the Kor valley.
• On 9 Dec, a convoy of 11 trucks reached Dessa, the first since September.
• Cholera was confirmed in two camps on 15 and 17 December.
• The airstrip at Moll was closed from 20 to 23 December because of flooding.

Access
Two aid workers of Mercy Road were abducted near Dessa on 11 December and released unharmed six days later. Clashes on \
27 December \
forced the warehouse in Dessa to close. It remains closed.

Funding
The appeal launched in March 2019 is 38 per cent funded. A donor conference is planned for 21 January 2020.
""",
        (
            ("2019-12-04", "fighting resumed"),
            ("2019-12-09", "convoy of 11"),
            ("2019-12-15", "Cholera was"),
            ("2019-12-17", "Cholera was"),
            ("2019-12-20/2019-12-23", "airstrip at Moll"),
            ("2019-12-11", "abducted"),
            ("2019-12-17", "released unharmed"),
            ("2019-12-27", "Clashes on"),
            ("2019-03", "appeal launched"),
        ),
    ),
    Article(
        "email",
        dt.date(2018, 9, 20),
        """From: Karin Holt
To: Lars Bey
Date: Thu, 20 Sep 2018 08:41
Subject: Re: tower crane

Lars,

as discussed on the phone yesterday, here is what I have.

The crane arrived on 28 August without papers. I asked Dorn for the certificate the same afternoon. He sent a scan on 3 \
September, \
but the serial number does not match. On Monday the wind alarm failed; Petra switched the crane off at 11:15 and wrote \
it in the \
site diary.

Dorn called me on Tuesday night and told me to "let it go". I said no.

I will be on leave from tomorrow until 1 October.

Karin
""",
        (
            ("2018-09-19", "discussed on the phone"),
            ("2018-08-28", "crane arrived"),
            ("2018-08-28", "same afternoon"),
            ("2018-09-03", "sent a scan"),
            ("2018-09-17", "wind alarm failed"),
            ("2018-09-18", "Dorn called"),
        ),
    ),
    Article(
        "company history",
        dt.date(2015, 6, 1),
        """Our story

1892 Gottlieb Fenn opens a saddlery in Oberau.
1911 The firm supplies the royal mail with leather bags.
1923 Fenn's sons take over. Hyperinflation almost ruins them.
1945 The workshop burns down in the last days of the war.
1952 Production starts again with nine employees.
1978 Fenn patents the folding satchel.
In 1994 the family sold 60 per cent of its shares to a Dutch investor. Three years later the last saddle left the workshop.
Today Fenn makes bags in Oberau and, since 2008, in Vietnam. In March 2015 it opened its fortieth shop.
""",
        (
            ("1892", "opens a saddlery"),
            ("1911", "royal mail"),
            ("1923", "sons take over"),
            ("1945", "burns down"),
            ("1952", "Production starts"),
            ("1978", "patents"),
            ("1994", "sold 60"),
            ("1997", "last saddle"),
            ("2015-03", "fortieth shop"),
        ),
    ),
    Article(
        "brief",
        dt.date(2025, 1, 6),
        """Three hurt as balcony falls

Three students were injured, one of them seriously, when a balcony gave way during a party in Quay Street early on Sunday.

Firefighters said about a dozen people were standing on it when it broke off at around 1.15 a.m. The house was built in \
1904. Its \
owner had been told in October to have the railings checked, a council spokeswoman said.

In a similar accident in nearby Polk Lane, a woman of 23 died on 30 June 2022.

Witnesses are asked to call the police in Dunmore.
""",
        (
            ("2025-01-05", "balcony gave way"),
            ("2025-01-05", "broke off"),
            ("1904", "house was built"),
            ("2024-10", "railings checked"),
            ("2022-06-30", "similar accident"),
        ),
    ),
    Article(
        "war diary",
        dt.date(2022, 5, 2),
        """Day 68: What we know so far

Here is the situation as of 6 p.m. on Monday, 2 May.

- Shelling of Tarask went on overnight. Two people were killed in a bus shelter at around 7 a.m., the governor said.
- A column of buses left the steelworks at Morask at noon. The first of them reached Zarin late on Sunday evening, \
according to the Red Cross.
- The defence ministry said its troops had pulled back from Holm on 29 April. It had denied this on Saturday.
- The foreign minister, on a visit to Oslo, called for a ban on fuel imports by the end of the year.

The port of Morask has been under siege since 1 March. On 16 March its theatre was bombed, although the word "children" \
was written in front of it in letters visible from the air. At least 300 died.

An earlier attempt to evacuate civilians failed on 21 April when the road was mined.
""",
        (
            ("2022-05-02", "bus shelter"),
            ("2022-05-02", "column of buses"),
            ("2022-05-01", "reached Zarin"),
            ("2022-04-29", "pulled back from Holm"),
            ("2022-04-30", "denied this"),
            ("2022-03-01", "under siege"),
            ("2022-03-16", "theatre was bombed"),
            ("2022-04-21", "evacuate civilians"),
        ),
    ),
    Article(
        "profile",
        dt.date(2017, 11, 19),
        """When Dora Lint was nineteen she stole a tram. It was 6 June 1968, the night after the match, and half of \
Graben was drunk. She drove \
it as far as the depot, rang the bell and walked home. The police never found out.

"I tell everyone now," she says. "What can they do?"

Lint joined the transport company as a conductor in 1971. In those days women were not allowed to drive. She wrote to \
the board every \
January for nine years. In 1980 they gave in. She drove line 3 until a stroke ended her career on 12 March 2001.

The book she wrote about it, "Bell Twice", sold four copies in its first month. Then, in the autumn of 2015, a teenager \
put a page \
of it on the internet, and by Christmas it was in its sixth printing. A film is to be shot next summer.

Last Tuesday the city named a tram after her. She cut the ribbon with a ticket punch.
""",
        (
            ("1968-06-06", "night after the match"),
            ("1971", "joined the transport"),
            ("1980", "they gave in"),
            ("2001-03-12", "stroke ended"),
            ("2015", "put a page"),
            ("2017-11-14", "named a tram"),
        ),
    ),
    Article(
        "audit report",
        dt.date(2020, 7, 1),
        """3.2 Procurement of respirators

3.2.1 On 17 March 2020 the Department placed an order for 2,000 respirators with Medix GmbH. The price was paid in \
advance on 19 March. \
No offers from other suppliers were obtained.

3.2.2 The goods were due on 10 April. On 14 April Medix announced a delay of two weeks. A first consignment of 120 \
units was delivered on 5 May \
2020; of these, 74 failed the acceptance test carried out between 11 and 13 May.

3.2.3 The Department rescinded the contract on 2 June. As at 30 June 2020, EUR 31.4 million had not been refunded.

3.2.4 We found that the head of procurement had been informed of doubts about Medix by the embassy in Vienna as early \
as 20 March. He did \
not pass the information on.

Response of the Department (received on 26 June): The Department accepts the finding.
""",
        (
            ("2020-03-17", "placed an order"),
            ("2020-03-19", "paid in advance"),
            ("2020-04-14", "announced a delay"),
            ("2020-05-05", "first consignment"),
            ("2020-05-11", "acceptance test"),
            ("2020-06-02", "rescinded"),
            ("2020-06-30", "not been refunded"),
            ("2020-03-20", "embassy in Vienna"),
            ("2020-06-26", "Response of the Department"),
        ),
    ),
    Article(
        "tech news",
        dt.date(2021, 10, 5),
        """Chat app back after longest outage in its history

SAN MATEO (TechWire) — Pingo and its sister services were back online on Tuesday after an outage of more than six hours \
on Monday that \
locked out some 2 billion users.

The company blamed a faulty configuration change. In a blog post published late Monday, its head of infrastructure, \
Rahul Shah, said the \
change had cut the connection between its data centers at 11:40 a.m. Eastern time. Engineers who were sent to a data \
center in Oregon \
could not get in because their badges did not work.

Shares of the company fell 4.9% on Monday. They have lost 15% since mid-September.

The failure came a day after a former product manager, Fran Holder, said on television that Pingo had ignored its own \
research on \
teenagers. Holder is to appear before a Senate committee on Tuesday. She left the company in May and filed complaints \
with the regulator \
last month.

Pingo suffered a similar breakdown in March 2019, when its services were down for most of a day.
""",
        (
            ("2021-10-05", "back online"),
            ("2021-10-04", "outage of more"),
            ("2021-10-04", "blog post"),
            ("2021-10-04", "fell 4.9"),
            ("2021-10-03", "Fran Holder"),
            ("2021-05", "left the company"),
            ("2021-09", "filed complaints"),
            ("2019-03", "similar breakdown"),
        ),
    ),
    Article(
        "parish newsletter",
        dt.date(2016, 4, 30),
        """From the churchwardens

The bells rang for the first time in eleven years on Easter Sunday. Thank you to all who gave to the appeal, which was \
opened by Canon \
Myles in September 2013 and closed on 31 January with £48,210.

Sadly, the lead on the vestry roof was stolen during the night of 5–6 April. Mrs Pryce noticed the damp on the Thursday \
and rang the \
diocese. A tarpaulin was fitted on Saturday 9 April. The insurers' man came last week.

We said goodbye to Fred Nolan, sidesman since 1979, who died on Palm Sunday. His ashes were interred on 15 April.

The annual meeting on 17 April elected Joan Peters as treasurer. The minutes are in the porch.

Dates for your diary: 7 May, plant sale. 22 May, Songs of Praise.
""",
        (
            ("2016-03-27", "bells rang"),
            ("2013-09", "appeal, which"),
            ("2016-01-31", "appeal, which"),
            ("", "stolen during the night"),
            ("2016-04-07", "noticed the damp"),
            ("2016-04-09", "tarpaulin"),
            ("", "insurers' man"),
            ("2016-03-20", "died on Palm"),
            ("2016-04-15", "ashes were interred"),
            ("2016-04-17", "elected Joan"),
        ),
    ),
)
