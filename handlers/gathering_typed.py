"""What is seen after a small form about an event, done or given up: where it was opened."""

from datetime import datetime

from handlers import gathering_screens as screens
from handlers import minutes_screens, my_gathering_screens
from handlers.effects import Effects
from handlers.texts import gatherings as words
from handlers.texts import minutes as minutes_words
from handlers.texts import my_gatherings as my_words
from mentoring.access import Member
from mentoring.filling import Run
from mentoring.gathering_outcomes import OUTCOMES, Done
from mentoring.gatherings import agenda, answering, making, minutes
from mentoring.gatherings.making import Told
from storage.tx import Tx

FORMS = frozenset(OUTCOMES)


async def after(tx: Tx, member: Member, run: Run, result: object, now: datetime) -> Effects:
    done, id_ = isinstance(result, Done) and result.done, int(run.about["gathering"])
    match run.form_key:
        case making.FORM:
            return await screens.event(tx, member, result if isinstance(result, int) else 0, now, words.made())
        case agenda.FORM:
            return await screens.event(tx, member, id_, now, words.agenda_kept(done=done))
        case answering.FORM:
            return await my_gathering_screens.one(tx, member, id_, now, my_words.talk_kept(done=done))
        case minutes.HEAD_FORM:
            return await minutes_screens.whole(tx, member, id_, now, minutes_words.head_kept(done=done))
        case minutes.DECIDED_FORM if isinstance(result, int):
            return await minutes_screens.who(tx, member, result, 0, now)
        case minutes.HEARD_FORM | minutes.DECIDED_FORM:
            item, added = int(run.about["item"]), isinstance(result, int)
            return await minutes_screens.item(tx, member, id_, item, now, minutes_words.added(done=added))
    said = words.changed(result) if isinstance(result, Told) else words.kept(done=done)
    return await screens.event(tx, member, id_, now, said)


async def back(tx: Tx, member: Member, run: Run, now: datetime) -> Effects:
    id_ = int(run.about["gathering"])
    match run.form_key:
        case making.FORM:
            return await screens.year(tx, member, 0)
        case answering.FORM:
            return await my_gathering_screens.one(tx, member, id_, now)
        case minutes.HEAD_FORM:
            return await minutes_screens.whole(tx, member, id_, now)
        case minutes.HEARD_FORM | minutes.DECIDED_FORM:
            return await minutes_screens.item(tx, member, id_, int(run.about["item"]), now)
    return await screens.event(tx, member, id_, now)
