"""Invented articles and the dated incidents that a careful reader lists: day (EDTF) and a word of the sentence."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Article:
    """`incidents`: (EDTF, words of the sentence), each expected as one proposal."""

    name: str
    published: dt.date | None
    text: str
    incidents: tuple[tuple[str, str], ...]


ARTICLES = (
    Article(
        "bridge",
        dt.date(2024, 1, 23),
        """Harwick bridge shut after crack found

By Nora Feldt
Published 23 January 2024

The Harwick bridge was closed to all traffic on Sunday after inspectors found a crack in its eastern \
pier. Engineers had warned of rust in a report of 14 March 2022, which the council shelved.

"We are sorry for the delays," Mayor Ilse Brandt said on Monday.

Advertisement

A temporary ferry will start on Friday. The bridge was opened in 1961 and last repaired in May 2009, \
according to council papers.

Subscribe to our newsletter. Copyright 2024 Harwick Echo.
""",
        (
            ("2024-01-21", "crack in its eastern"),
            ("2022-03-14", "warned of rust"),
            ("1961", "opened"),
            ("2009-05", "last repaired"),
        ),
    ),
    Article(
        "ferry",
        dt.date(2023, 8, 9),
        """LINDHAVN, Aug. 9 (Coastal Wire) – A car ferry with 212 people aboard ran aground off Skarn Island late on \
Tuesday, the coast guard said.

Nobody was hurt. Tugs pulled the ship free at 4 a.m. on Wednesday. The same ferry lost power on July 2 \
and drifted for three hours, Capt. J. M. Olsen told reporters.

The operator, Nordline A.S., bought the vessel in 2015. It plans to replace it next year. (Photo by Lena \
Holt / Coastal Wire)
""",
        (
            ("2023-08-08", "ran aground"),
            ("2023-08-09", "pulled the ship free"),
            ("2023-07-02", "lost power"),
            ("2015", "bought the vessel"),
        ),
    ),
    Article(
        "court",
        dt.date(2022, 6, 17),
        """A court in Veldt jailed the former treasurer Oskar Renn for six years on Thursday for taking bribes.

Prosecutors said Renn accepted 40,000 crowns on 3 February 2019 from a builder who won the contract for \
the Marl tunnel. He was arrested on 11 November 2020 at Veldt airport. His lawyer, Dr. P. Sand, said he \
would appeal by the end of the month.

The 2018 anti-bribery law allows up to ten years. Two witnesses withdrew their statements last month.

Related: How the Marl tunnel was sold, 4 May 2021
""",
        (
            ("2022-06-16", "jailed"),
            ("2019-02-03", "accepted 40,000"),
            ("2020-11-11", "arrested"),
            ("2022-05", "withdrew"),
        ),
    ),
    Article(
        "flood",
        dt.date(2021, 7, 20),
        """Between 12 and 15 July 2021 the river Ansel flooded eleven villages. On Wednesday the dam at Kerr broke; \
eight people drowned.

The army arrived two days later. Power was restored to Kerr yesterday, the utility said on Tuesday.

It was the worst flood since 1954. The minister will visit tomorrow.
""",
        (
            ("2021-07-12/2021-07-15", "eleven villages"),
            ("2021-07-14", "dam at Kerr broke"),
            ("2021-07-16", "army arrived"),
            ("2021-07-19", "Power was restored"),
        ),
    ),
    Article(
        "strike",
        dt.date(2020, 3, 6),
        """Rail workers walked out before dawn on Tuesday and returned on Thursday morning. Unions had called the \
strike on Feb. 21 after talks collapsed.

"They left the table," said Mira Koss, who leads the union.

Share this post! Follow us for more. Updated 6 March 2020, 18:20
""",
        (
            ("2020-03-03", "walked out"),
            ("2020-03-05", "returned"),
            ("2020-02-21", "called the strike"),
        ),
    ),
    Article(
        "chronology",
        None,
        """What happened at the Orrin mine

- 4 May 2018: Gas alarm shuts the lower shaft.
- 19 May 2018: The owner reopens the shaft without a test.
- 2 June 2018: An explosion kills nine miners.

The inquiry began on 10 September 2018 and ended in March 2019. Its report was never published.
""",
        (
            ("2018-05-04", "Gas alarm"),
            ("2018-05-19", "owner reopens"),
            ("2018-06-02", "explosion"),
            ("2018-09-10", "inquiry began"),
            ("2019-03", "inquiry began"),
        ),
    ),
    Article(
        "caption",
        dt.date(2019, 10, 2),
        """This photo taken on 30 September 2019 shows smoke above the port of Delm. (Photo by A. Reyes / Delm Post)

Fire destroyed four warehouses in the port of Delm on Monday, the fire service said. Crews needed until \
noon on Tuesday to put it out.

Similar fires hit the port in 2016 and in April 2018.
""",
        (
            ("2019-09-30", "four warehouses"),
            ("2019-10-01", "Crews needed"),
            ("2016", "Similar fires"),
            ("2018-04", "Similar fires"),
        ),
    ),
    Article(
        "company",
        dt.date(2025, 2, 12),
        """Tarn Foods Inc. recalled 30,000 jars of baby food on Monday. The U.S. regulator had found lead in three \
samples on Jan. 28. Shares fell 3.5 percent on Tuesday, the steepest drop since 2020.

The company, founded in 1987 by Ruth Tarn, said it "regretted" the case. It expects to reopen its plant \
in Ohio by June.
""",
        (
            ("2025-02-10", "recalled"),
            ("2025-01-28", "found lead"),
            ("2025-02-11", "Shares fell"),
            ("1987", "founded"),
        ),
    ),
    Article(
        "border",
        dt.date(2024, 9, 3),
        """Soldiers from Karsia crossed the Velm river on Saturday and seized two posts, after a drone killed a \
Karsian officer on August 27.

“Today we have answered,” Gen. Tomas Hale announced in the capital. Since early July, there have been at \
least forty raids along the border.

The two states signed a truce in 1998. Talks are scheduled for 15 September in Geneva.
""",
        (
            ("2024-08-31", "crossed the Velm"),
            ("2024-08-27", "drone killed"),
            ("2024-07", "forty raids"),
            ("1998", "signed a truce"),
        ),
    ),
    Article(
        "school",
        dt.date(2018, 11, 30),
        """The roof of Ennis primary school collapsed during a storm on the night of 28 November. No pupils were \
inside. The school reopened in tents today.

Parents first wrote to the city about the leaks in the autumn of 2016. An architect's survey, dated 9 \
January 2017, called the roof "unsafe". The city paid for a patch in August 2017.

Read more: Schools in ruins. All rights reserved, 2018.
""",
        (
            ("2018-11-28", "roof of Ennis"),
            ("2018-11-30", "reopened in tents"),
            ("2016", "Parents first wrote"),
            ("2017-01-09", "architect's survey"),
            ("2017-08", "paid for a patch"),
        ),
    ),
    Article(
        "election",
        dt.date(2023, 5, 16),
        """Electoral officers in Pallas counted the votes again on Monday, a day after Lina Moro won by 114 votes. \
Her rival, Sen. Ugo Falk, conceded on Tuesday morning.

Turnout was higher than in 2019. The new assembly meets on 1 June. Observers reported that ballots were \
burned in Port Clare on May 12.
""",
        (
            ("2023-05-15", "counted the votes"),
            ("2023-05-16", "conceded"),
            ("2023-05-12", "ballots were burned"),
        ),
    ),
    Article(
        "wrapped",
        dt.date(2017, 4, 4),
        """The reactor at Holm was shut down on 1 April after a pump failed,
the operator told the Ministry of Energy. Inspectors from the
U.N. agency reached the site on Sunday. They measured no leak.

A similar pump failed in Dec. 2014 and on Oct. 9, 2015. The operator
said on Tuesday that it was sorry.
""",
        (
            ("2017-04-01", "reactor at Holm"),
            ("2017-04-02", "reached the site"),
            ("2014-12", "similar pump"),
            ("2015-10-09", "similar pump"),
        ),
    ),
    Article(
        "theft",
        dt.date(2016, 12, 13),
        """A painting by Jan Verhoek that vanished in 1944 was returned to the Lorne museum on Friday. A farmer near \
St. Alban had found it in his attic in October. The museum said it would go on show next spring.

Police questioned the farmer on 2 November and again on 5 November. He was not charged.
""",
        (
            ("2016-12-09", "returned to the Lorne"),
            ("1944", "vanished"),
            ("2016-10", "in his attic"),
            ("2016-11-02", "questioned"),
            ("2016-11-05", "questioned"),
        ),
    ),
)
