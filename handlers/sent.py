"""What its author sees of a questionnaire that was sent: now, sent again, or changed since."""

from datetime import datetime

from handlers import dialogs, practice_screens
from handlers.effects import Button, Screen, column
from handlers.presses import Spot, go
from handlers.texts import asked_forms as asked_words
from handlers.texts import common, errors
from handlers.texts import filling as words
from handlers.texts import menu as labels
from handlers.texts import own_practices as own_practice_words
from handlers.texts import practices as practice_words
from handlers.texts import readiness as readiness_words
from handlers.texts import shelf as shelf_words
from mentoring import asked, materials, questionnaires, readiness, surveys
from mentoring.access import Actor
from mentoring.filling import Finished, Gone
from mentoring.outcomes import HandedIn, Offered
from mentoring.practices import looking
from mentoring.practices.model import SURVEY
from storage.tx import Tx
from storage.vocabulary import Source


async def screen(tx: Tx, actor: Actor, step: Finished, at: datetime, now: datetime) -> Screen:
    """In each case the same way on. What is no questionnaire is a practice card: it lives on as one."""
    if not step.form.is_questionnaire:
        return practice_screens.after_sending(step.result)
    if step.run.source is Source.PAPER:
        card = go(labels.CARD, Spot.PERSON, step.run.person_id)
        return Screen(words.sent_from_paper(), column(card, go(labels.PEOPLE, Spot.PEOPLE)))
    if step.form.anonymous:
        return Screen(f"{words.sent_nameless()}\n\n{words.outro(step.form)}", column(go(common.MENU, Spot.MENU)))
    if questionnaires.asks_chosen(step.run.form_key):
        return await _of_own_form(tx, actor, step, at, now)
    further = await _further(tx, actor, step)
    read = await _to_read(tx, actor, step)
    head = words.changes_kept() if step.changed else words.sent(at, actor.zone)
    specify = readiness_words.more() if isinstance(step.result, Offered) else words.more()
    lines = [*_next(step, offered=bool(further)), *([specify] if step.more else [])]
    text = "\n\n".join((head, *lines, *([shelf_words.after_request()] if read else [])))
    more = [dialogs.more_button(step.run)] if step.more else []
    toast = errors.sent_already() if step.repeated else ""
    buttons = column(*more, *further, *read, dialogs.see_answers(step.run), go(common.MENU, Spot.MENU))
    return Screen(text, buttons, toast=toast)


async def gone(tx: Tx, actor: Actor, step: Gone) -> Screen:
    """An old button. Of what was answered without a name: pressed twice, or after the round was closed."""
    part = await surveys.last_part(tx, actor.member) if step.forgotten and actor.member else None
    menu = column(go(common.MENU, Spot.MENU))
    if part is not None and part.taken_part:
        return Screen(words.sent_nameless(), menu, toast=errors.sent_already())
    if part is not None and part.closed_at is not None:
        return Screen(words.closed_nameless(), menu, toast=errors.old_button())
    return dialogs.screen_of(step)


async def _of_own_form(tx: Tx, actor: Actor, step: Finished, at: datetime, now: datetime) -> Screen:
    """Thanks, what the form itself says, and until when the answers can be changed."""
    of = await asked.of_form(tx, actor.member, step.run.form_key) if actor.member else None
    until = of.answer_by if of is not None and of.open_on(actor.today(now)) else None
    texts = [words.changes_kept()] if step.changed else [asked_words.thanks(at, actor.zone), words.outro(step.form)]
    texts += [asked_words.change_until(until)] if until else []
    texts += [words.more()] if step.more else []
    more = [dialogs.more_button(step.run)] if step.more else []
    practice = await _practice(tx, actor, step)
    texts += [own_practice_words.offer()] if practice else []
    look = go(words.LOOK, Spot.ASKED_FORM, argument=step.run.form_key)
    see = dialogs.see_answers(step.run) if until else look
    toast = errors.sent_already() if step.repeated else ""
    text = "\n\n".join(each for each in texts if each)
    return Screen(text, column(*practice, *more, see, go(common.MENU, Spot.MENU)), toast=toast)


async def _practice(tx: Tx, actor: Actor, step: Finished) -> list[Button]:
    """The way to a card, for whoever has just said that there is something to share."""
    if step.run.form_key != SURVEY or actor.member is None:
        return []
    promised = await looking.promised(tx, actor.member)
    return [] if promised is None else [go(practice_words.TELL, Spot.MY_PRACTICES)]


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


async def _to_read(tx: Tx, actor: Actor, step: Finished) -> list[Button]:
    """After a request: materials, where its own areas have some."""
    if not isinstance(step.result, HandedIn) or actor.member is None:
        return []
    found = await materials.for_person(tx, actor.member.school_id, actor.member.person_id)
    return [go(shelf_words.OF_REQUEST, Spot.MY_MATERIALS)] if found else []
