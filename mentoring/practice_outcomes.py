"""What the finished forms about practice cards do."""

from collections.abc import Mapping
from datetime import datetime

from mentoring.access import Actor, Member
from mentoring.outcome import Kept, Outcome, keys, text
from mentoring.practices import deciding, nominating, writing
from mentoring.practices.model import FORM, Edited
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary.practices import CardField

AREAS, RETURN, SEARCH, NOMINATION = "practice_areas", "practice_return", "practice_search", "practice_nomination"
# Each field with the small form that takes its new words.
WORDS: Mapping[CardField, str] = {
    CardField.TITLE: "practice_title",
    CardField.AREAS: AREAS,
    CardField.USEFUL_TO: "practice_line",
    CardField.PROBLEM: "practice_text",
    CardField.DONE: "practice_text",
    CardField.RESULT: "practice_text",
    CardField.LINKS: "practice_line",
}
EDITING = frozenset(WORDS.values())
FORMS = frozenset({*EDITING, RETURN, SEARCH, NOMINATION})


async def _card(tx: Tx, _actor: Actor, member: Member, _run: Run, kept: Kept, now: datetime) -> object:
    return await writing.finish(tx, member, kept, now)


async def _words(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    card_id, field = int(run.about["card"]), CardField(str(run.about["field"]))
    return Edited(card_id, await writing.write(tx, member, card_id, field, text(kept, "text"), now))


async def _areas(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    card_id = int(run.about["card"])
    return Edited(card_id, await writing.choose_areas(tx, member, card_id, keys(kept, "areas"), now))


async def _return(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    card_id, version = int(run.about["card"]), int(run.about["version"])
    return await deciding.give_back(tx, member, card_id, version, text(kept, "note"), now)


async def _search(_tx: Tx, _actor: Actor, _member: Member, _run: Run, kept: Kept, _now: datetime) -> object:
    return text(kept, "text")


async def _nomination(tx: Tx, _actor: Actor, member: Member, _run: Run, kept: Kept, now: datetime) -> object:
    return await nominating.add(tx, member, text(kept, "title"), now)


# Coordinators, who give no consent, reword and search too; a member's consent is looked at before these are opened.
OUTCOMES: Mapping[str, Outcome] = {
    FORM: Outcome(_card),
    **dict.fromkeys(EDITING - {AREAS}, Outcome(_words, consent=False)),
    AREAS: Outcome(_areas, consent=False),
    RETURN: Outcome(_return, consent=False),
    SEARCH: Outcome(_search, consent=False),
    NOMINATION: Outcome(_nomination, consent=False),
}
