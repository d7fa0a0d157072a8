"""What its author sees of a questionnaire that was sent: now, sent again, or changed since."""

from datetime import datetime

from handlers import dialogs
from handlers.effects import Button, Screen, column
from handlers.presses import Spot, go
from handlers.texts import common, errors
from handlers.texts import filling as words
from handlers.texts import menu as labels
from handlers.texts import readiness as readiness_words
from mentoring import readiness
from mentoring.access import Actor
from mentoring.filling import Finished
from mentoring.outcomes import HandedIn, Offered
from storage.tx import Tx
from storage.vocabulary import Source


async def screen(tx: Tx, actor: Actor, step: Finished, at: datetime) -> Screen:
    """In each case the same way on."""
    if step.run.source is Source.PAPER:
        card = go(labels.CARD, Spot.PERSON, step.run.person_id)
        return Screen(words.sent_from_paper(), column(card, go(labels.PEOPLE, Spot.PEOPLE)))
    further = await _further(tx, actor, step)
    head = words.changes_kept() if step.changed else words.sent(at, actor.zone)
    specify = readiness_words.more() if isinstance(step.result, Offered) else words.more()
    text = "\n\n".join((head, *_next(step, offered=bool(further)), *([specify] if step.more else [])))
    more = [dialogs.more_button(step.run)] if step.more else []
    toast = errors.sent_already() if step.repeated else ""
    buttons = column(*more, *further, dialogs.see_answers(step.run), go(common.MENU, Spot.MENU))
    return Screen(text, buttons, toast=toast)


def _next(step: Finished, *, offered: bool) -> list[str]:
    """What follows, after what the form itself says."""
    match step.result:
        case Offered(ready):
            return [readiness_words.what_next(ready, step.form)]
        case _:
            outro = [] if step.changed else [words.outro(step.form)]
            return [*outro, *([readiness_words.offer()] if offered else [])]


async def _further(tx: Tx, actor: Actor, step: Finished) -> list[Button]:
    """After a request: the mentor questionnaire, to whoever would help colleagues and has not answered it."""
    if not isinstance(step.result, HandedIn) or not step.result.may_mentor or actor.member is None:
        return []
    own = await readiness.questionnaire(tx, actor.member)
    if own is not None and own.sent:
        return []
    return [go(labels.MENTORING_GO_ON if own else labels.MENTORING_BEGIN, Spot.MENTORING)]
