"""The screens of a questionnaire's draft, drawn alike after a press, a file, a trial and a publication."""

from dataclasses import replace
from datetime import datetime

from handlers import dialogs, quick_dates
from handlers.effects import Button, Screen, column
from handlers.presses import Act, Deed, Spot, act, go, pack
from handlers.texts import common
from handlers.texts import drafts as words
from handlers.texts import questionnaires as form_words
from mentoring import filling, questionnaires
from mentoring.access import Actor
from mentoring.drafts import Draft, NotPublished, Published
from mentoring.filling import Run
from mentoring.rules import expressions
from mentoring.rules.forms import Form, Part, Question, QuestionKind
from storage.tx import Tx

_SERVICE = frozenset({common.BACK, common.LATER, common.ASK_COORDINATOR})  # of a dialog, which a preview is not


def draft(of: Draft, head: str = "") -> Screen:
    publish = [] if of.outdated else [act(words.PUBLISH, Deed.DRAFT_PUBLISH, of.id)]
    return Screen(
        f"{head}\n\n{words.draft(of)}".strip(),
        column(
            go(words.PREVIEW, Spot.DRAFT_PREVIEW, of.id),
            act(words.TRY, Deed.DRAFT_TRY, of.id),
            *publish,
            go(words.DROP, Spot.DRAFT_DROP, of.id),
            *([go(form_words.TO_CARD, Spot.FORM, argument=of.form.key)] if of.changes else []),
            *([] if of.changes else [go(form_words.TO_LIST, Spot.FORMS)]),
            go(common.MENU, Spot.MENU),
        ),
    )


def gone() -> Screen:
    return Screen(words.gone(), column(go(form_words.TO_LIST, Spot.FORMS), go(common.MENU, Spot.MENU)))


async def preview(tx: Tx, actor: Actor, of: Draft, number: int, now: datetime) -> Screen:
    """A question as it will look; its buttons only say that this is a preview."""
    number = min(max(number, 0), len(of.form.questions) - 1)
    step = filling.preview(of.form, number, now)
    is_date = step.question.kind is QuestionKind.DATE
    drawn = await quick_dates.screen(tx, actor, step, now) if is_date else dialogs.screen_of(step)
    kept = (tuple(each for each in row if each.label not in _SERVICE) for row in drawn.buttons)
    rows = tuple(tuple(_inert(each, of.id) for each in row) for row in kept if row)
    turns = []
    if number:
        turns.append(go(words.question_before(number), Spot.DRAFT_PREVIEW, of.id, number - 1))
    if number + 1 < len(of.form.questions):
        turns.append(go(words.question_after(number + 2), Spot.DRAFT_PREVIEW, of.id, number + 1))
    condition = words.condition(_condition(of.form, step.question))
    parts = (words.preview(number + 1, len(of.form.questions)), drawn.text, condition)
    return Screen(
        "\n\n".join(part for part in parts if part),
        (*rows, tuple(turns), *column(go(words.TO_DRAFT, Spot.DRAFT, of.id))),
    )


def _condition(form: Form, question: Question) -> str:
    """In the words of the Excel file, the questions by their numbers in this preview."""
    places = {each.key: f"вопрос {number}" for number, each in enumerate(form.questions, 1)}
    return expressions.as_russian(question.show_if, {each.key: each for each in form.questions}, places.__getitem__)


def _inert(of: Button, draft_id: int) -> Button:
    return replace(of, data=pack(Act(Deed.PREVIEW_ONLY, draft_id)))


def trial_over(run: Run, form: Form | None = None) -> Screen:
    """Back to the draft that was tried, or to the next trial; `form` when it was tried to its end."""
    draft_id = int(run.about["draft"])
    return Screen(
        words.trial_over(more=form is not None and form.has_part(Part.MORE)),
        column(
            go(words.TO_DRAFT, Spot.DRAFT, draft_id),
            act(words.TRY_AGAIN, Deed.DRAFT_TRY, draft_id),
            go(common.MENU, Spot.MENU),
        ),
    )


def published(of: object) -> Screen:
    """What became of «Опубликовать»."""
    if isinstance(of, Published):
        to = go(form_words.TO_CARD, Spot.FORM, argument=of.form.key)
        own = questionnaires.asks_chosen(of.form.key)
        ask = [go(form_words.ASK, Spot.FORM_TICKS, argument=of.form.key)] if own else []
        return Screen(words.published(of), column(*ask, to, go(common.MENU, Spot.MENU)))
    told = words.not_published(of) if isinstance(of, NotPublished) else words.gone()
    return Screen(told, column(go(form_words.TO_LIST, Spot.FORMS), go(common.MENU, Spot.MENU)))
