"""What the bot says on its own: planned with a key that is its meaning, checked again when it is sent."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring import calendars
from storage import accounts, outbox, people
from storage.outbox import OutboxRow, Planned
from storage.people import Person
from storage.tx import Tx
from storage.vocabulary import NoticePolicy


class Notice(StrEnum):
    """The kinds; each is drawn in `handlers.notices`."""

    WITHDRAWAL = "withdrawal"
    NEWS = "news"
    AWAY = "away"  # the bot was off for so long that messages may be lost
    REPLY_TO_QUESTION = "question_reply"
    LET_IN = "let_in"
    NOT_LET_IN = "not_let_in"
    GOODBYE = "goodbye"  # access is closed: somebody does not work in the school any more
    ROLE_TAKEN = "role_taken"  # somebody else has taken their rights
    DIGEST = "digest"  # everything that a person is to be reminded of today
    NUDGE = "nudge"  # the coordinator's own press «Напомнить»
    FORM_ASK = "form_ask"  # the coordinator has chosen whom to ask
    SURVEY_CLOSED = "survey_closed"  # a round without names is over, its results can be looked at
    MATCH = "match"  # a mentor has appeared for somebody who waits
    REFERRAL = "referral"  # somebody has signed up for the psychologist
    PRACTICE = "practice"  # a coordinator has accepted, returned or reworded a card of the practice library
    PRACTICE_REVOKED = "practice_revoked"  # an author lets a card be shown no more that stands in issued copies
    ANNOUNCEMENT = "announcement"  # a coordinator's own words to many
    WATCHED = "watched"  # what other coordinators did that everybody who leads is to know of
    GATHERING = "gathering"  # an event: an invitation, a change, a cancellation
    TALK = "talk"  # what became of a talk that somebody has offered
    MATERIAL_ANSWER = "material_answer"  # what became of a material that the person has proposed


# What answers something that the person did is not a message of our own: it needs no leave and no window.
ANSWERS = frozenset(
    {
        *(Notice.REPLY_TO_QUESTION, Notice.LET_IN, Notice.NOT_LET_IN),
        *(Notice.TALK, Notice.MATERIAL_ANSWER, Notice.PRACTICE),
    }
)
TO_COORDINATORS = frozenset(
    {
        *(Notice.WITHDRAWAL, Notice.NEWS, Notice.AWAY, Notice.SURVEY_CLOSED, Notice.MATCH),
        *(Notice.PRACTICE_REVOKED, Notice.WATCHED),
    }
)
OF_WORK = frozenset({Notice.DIGEST, Notice.ANNOUNCEMENT, Notice.GATHERING})  # those who lead are not asked for leave
NEWS_APART = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Row:
    """One of many notices of a kind."""

    person_id: int
    key: str
    about: Mapping[str, int | str]


async def tell(
    tx: Tx,
    kind: Notice,
    person_id: int,
    *,
    key: str,
    due_at: datetime,
    now: datetime,
    about: Mapping[str, int | str] | None = None,
    lives: timedelta = timedelta(days=2),
) -> bool:
    """Plan one notice; False when this was planned before or the person has no account."""
    chat_id = await accounts.external_id_of(tx, person_id)
    if chat_id is None:
        return False
    planned = _planned(kind, person_id, chat_id, key=key, due_at=due_at, about=about or {}, lives=lives)
    return bool(await outbox.plan(tx, planned, now))


async def tell_many(
    tx: Tx, kind: Notice, rows: Sequence[Row], *, due_at: datetime, now: datetime, lives: timedelta
) -> set[int]:
    """Plan one notice for each person; who has an account and so is told."""
    chats = {each.person_id: each.chat_id for each in await accounts.chats(tx, [row.person_id for row in rows])}
    told = [row for row in rows if row.person_id in chats]
    planned = [
        _planned(kind, row.person_id, chats[row.person_id], key=row.key, due_at=due_at, about=row.about, lives=lives)
        for row in told
    ]
    await outbox.plan_many(tx, planned, now)
    return {row.person_id for row in told}


def _planned(
    kind: Notice,
    person_id: int,
    chat_id: int,
    *,
    key: str,
    due_at: datetime,
    about: Mapping[str, int | str],
    lives: timedelta,
) -> Planned:
    policy = (
        NoticePolicy.AT_LEAST_ONCE if kind in ANSWERS | {Notice.WITHDRAWAL, Notice.ROLE_TAKEN} else NoticePolicy.ONCE
    )
    return Planned(
        chat_id=chat_id,
        person_id=person_id,
        kind=kind,
        body=json.dumps(dict(about)),
        key=key,
        policy=policy,
        priority=0 if kind in ANSWERS else 5,
        due_at=due_at,
        expires_at=None if kind in ANSWERS else due_at + lives,
    )


async def tell_withdrawal(tx: Tx, person: Person, *, but: int, at: datetime, now: datetime) -> None:
    """The one thing that coordinators hear at once, at any hour; `but` is whose own act it was."""
    for coordinator in await people.coordinators(tx, person.school_id):
        if coordinator not in (but, person.id):
            await tell(
                tx,
                Notice.WITHDRAWAL,
                coordinator,
                key=f"withdrawal:{person.id}:{at:%Y%m%d%H%M%S}:{coordinator}",
                due_at=now,
                now=now,
                about={"person": person.id},
                lives=timedelta(days=30),
            )


async def tell_news(tx: Tx, school_id: int, now: datetime, *, by: int | None) -> None:
    """Everything else waits in «Сегодня»: at most one notice an hour, by day, on working days.

    Whoever did it knows it already. A notice that is still to be said will show this too.
    """
    await tell_coordinators(tx, Notice.NEWS, school_id, now, by=by)


async def tell_about_matches(tx: Tx, school_id: int, now: datetime) -> None:
    """At the hours of news: which mentors have appeared since this moment, for those who wait."""
    await tell_coordinators(tx, Notice.MATCH, school_id, now, about={"since": now.isoformat()})


async def tell_psychologists(tx: Tx, school_id: int, now: datetime) -> None:
    """That somebody has signed up; who it is stands in their list alone."""
    for person_id in await people.psychologists(tx, school_id):
        await _tell_at_work(tx, Notice.REFERRAL, person_id, school_id, now)


async def tell_coordinators(
    tx: Tx,
    kind: Notice,
    school_id: int,
    now: datetime,
    *,
    by: int | None = None,
    whom: int | None = None,
    about: Mapping[str, int | str] | None = None,
) -> None:
    """But who did it, and `whom` it was done to."""
    for coordinator in await people.coordinators(tx, school_id):
        if coordinator not in (by, whom):
            await _tell_at_work(tx, kind, coordinator, school_id, now, about)


async def _tell_at_work(
    tx: Tx,
    kind: Notice,
    person_id: int,
    school_id: int,
    now: datetime,
    about: Mapping[str, int | str] | None = None,
) -> None:
    """An hour apart, by day, on working days; one that waits for its time will say this too."""
    if await outbox.is_due(tx, person_id, kind):
        return
    calendar = await calendars.of_school(tx, school_id, now)
    last = await outbox.last_said(tx, person_id, kind)
    await tell(
        tx,
        kind,
        person_id,
        key=f"{kind}:{person_id}:{now:%Y%m%d%H%M%S%f}",
        due_at=calendars.waking_hour(calendar, max(now, last + NEWS_APART) if last else now),
        now=now,
        about=about,
        lives=timedelta(hours=12),
    )


def about(row: OutboxRow) -> dict[str, int | str]:
    """What the notice was planned with."""
    read: dict[str, int | str] = json.loads(row.body)
    return read


__all__ = [
    "ANSWERS",
    "TO_COORDINATORS",
    "Notice",
    "OutboxRow",
    "Row",
    "about",
    "tell",
    "tell_about_matches",
    "tell_coordinators",
    "tell_many",
    "tell_news",
    "tell_psychologists",
    "tell_withdrawal",
]
