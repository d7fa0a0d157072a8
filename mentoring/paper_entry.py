"""«Внести с бумаги»: for whoever is not in the messenger, or does not want the bot."""

from datetime import datetime
from enum import Enum, auto

from mentoring import consent, form_asks, requests, surveys
from mentoring.access import Member
from mentoring.rules import readiness
from storage import consents, journal, papers, people, runs
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary import ConsentDecision, ConsentKind, RunState, Source

# Their places in this row travel in the buttons: it is only added to.
FORMS = (requests.FORM, readiness.FORM)


class Way(Enum):
    """What stands before the answers of a person."""

    CLOSED = auto()  # they answer themselves, have answered, or withdrew
    CONSENT = auto()  # the signed sheet comes first
    OPEN = auto()
    SENT = auto()  # a coordinator entered them; they can be corrected


async def may_come(tx: Tx, member: Member, form_key: str) -> bool:
    """Is it one of the bot's that may come from paper, or one that the school has published itself?

    Never while it is answered without names: who enters a sheet knows whose it is.
    """
    if form_key in FORMS:
        return True
    form = await form_asks.asked_form(tx, member.school_id, form_key)
    return form is not None and not form.anonymous and not await surveys.is_open(tx, member.school_id, form_key)


def form_at(place: int) -> str:
    """Of a button; the request for one that is forged."""
    return FORMS[place] if place < len(FORMS) else requests.FORM


async def way(tx: Tx, member: Member, person_id: int, form_key: str) -> Way:
    person = await people.of_school(tx, person_id, member.school_id)
    if person is None or person.erase_by is not None or person_id == member.person_id:
        return Way.CLOSED
    run = await runs.latest(tx, person_id, form_key)
    if run is not None and run.state is RunState.SUBMITTED:
        return Way.SENT if run.source is Source.PAPER else Way.CLOSED
    held = await consents.latest(tx, person_id, ConsentKind.DATA)
    given = held is not None and held.decision is ConsentDecision.GIVEN
    on_paper = held is not None and (held.source is Source.PAPER or not given)
    if person.account_id is not None and not on_paper:
        return Way.CLOSED
    return Way.OPEN if given else Way.CONSENT


async def sent_run(tx: Tx, member: Member, person_id: int, form_key: str) -> Run | None:
    """What was entered from paper; any coordinator of the school corrects it."""
    run = await runs.latest(tx, person_id, form_key)
    return run if run is not None and run.source is Source.PAPER and run.school_id == member.school_id else None


async def note_consent(tx: Tx, member: Member, person_id: int, form_key: str, now: datetime) -> bool:
    """The coordinator has the signed sheet in hand; False when it is noted already or is not what is missing."""
    if await way(tx, member, person_id, form_key) is not Way.CONSENT:
        return False
    await consent.give_on_paper(tx, person_id=person_id, by=member.person_id, now=now)
    today = now.astimezone(member.zone).date()
    await papers.mark_received(tx, person_id, on=today, by=member.person_id, now=now)
    await journal.note(
        tx,
        "consent.paper",
        school_id=member.school_id,
        actor_id=member.person_id,
        person_id=person_id,
        now=now,
    )
    return True
