"""Steps of a dialog drawn as screens: questions, ticks, pages, the summary."""

from datetime import date

from handlers.effects import Button, Rows, Screen, column
from handlers.presses import Spot, button, go
from handlers.texts import common, errors
from handlers.texts import filling as words
from mentoring.filling import (
    AlreadyAnswered,
    Ask,
    Closed,
    EraseAll,
    Facts,
    Gone,
    Intro,
    Late,
    Move,
    Paused,
    Run,
    Stopped,
    Summary,
    Turn,
)
from mentoring.filling.place import PAGE, TRIAL
from mentoring.rules.forms import Form, Question, QuestionKind
from mentoring.rules.forms.model import MANY
from mentoring.rules.questionnaire import RefusalReason, SummaryLine
from storage.vocabulary import RunState, Source

Drawn = Intro | Facts | Ask | Summary | Stopped | EraseAll | AlreadyAnswered | Paused | Closed | Gone


def screen_of(step: Drawn, example: date | None = None) -> Screen:
    """The screen of a step; `example` is a day that a question about a date would take."""
    match step:
        case Intro():
            return _intro(step)
        case Facts():
            return _facts(step)
        case Ask():
            return _ask(step, example)
        case Summary():
            return _summary(step)
        case Stopped():
            return _stopped(step)
        case EraseAll():
            return _erase_all(step)
        case AlreadyAnswered():
            return _already_answered(step)
        case Paused():
            return Screen(
                words.paused(step),
                column(_turn(common.GO_ON, step.run, Move.RESUME), go(common.MENU, Spot.MENU)),
            )
        case Closed() | Gone():
            return _over(step)


def _over(step: Closed | Gone) -> Screen:
    if isinstance(step, Gone):
        return Screen(words.gone(), column(go(common.MENU, Spot.MENU)), toast=errors.old_button())
    look = go(words.LOOK, Spot.ASKED_FORM, argument=step.run.form_key)
    return Screen(words.closed(), column(look, go(common.MENU, Spot.MENU)))


def _intro(step: Intro) -> Screen:
    return Screen(
        words.intro(step),
        column(_turn(common.START, step.run, Move.START), _later(step.run), *_ask_row(step.run)),
    )


def _facts(step: Facts) -> Screen:
    return Screen(
        words.facts(step),
        (
            *column(_turn(words.RIGHT, step.run, Move.FACTS_RIGHT)),
            *_changes(step.run, step.form, step.lines),
            (*([_turn(common.BACK, step.run, Move.BACK)] if step.has_back else []), _later(step.run)),
        ),
    )


def _changes(run: Run, form: Form, lines: tuple[SummaryLine, ...]) -> Rows:
    """A button for each line that was said."""
    return column(
        *(
            _turn(words.change_line(number, line), run, Move.CHANGE, _index(form, line.question))
            for number, line in enumerate(lines, 1)
        )
    )


def _ask(step: Ask, example: date | None) -> Screen:
    run, question = step.run, step.question
    index = step.form.questions.index(question)
    rows: list[tuple[Button, ...]] = list(_options(step, index))
    if question.kind in MANY:
        rows.append((_turn(words.done(len(step.ticked)), run, Move.DONE, index),))
    if not question.required:
        rows.append((_turn(_skip_label(question), run, Move.SKIP, index),))
    back = [_turn(common.BACK, run, Move.BACK, index)] if step.has_back else []
    if step.form.summary:
        rows.append((*back, _later(run)))
    elif run.form_key not in ("setup", "join"):
        rows.append((*back, _turn(common.CANCEL, run, Move.CANCEL)))
    elif back:
        rows.append(tuple(back))
    rows += [(each,) for each in _ask_row(run)]
    shown = frozenset(each.label for row in rows for each in row)
    return Screen(words.ask(step, shown, example), tuple(rows), toast=_toast(step.late))


def _skip_label(question: Question) -> str:
    if question.kind is QuestionKind.NOTE:
        return common.NEXT
    return common.RATHER_NOT_SAY if question.sensitive else common.SKIP


def _toast(late: Late | None) -> str:
    match late:
        case Late.REPEATED:
            return errors.repeated()
        case Late.OLD:
            return errors.old_question()
    return ""


def _options(step: Ask, index: int) -> list[tuple[Button, ...]]:
    """One option a line, a long list by pages, a scale in lines of five."""
    question = step.question
    if step.refusal is not None and step.refusal.reason is RefusalReason.SEVERAL:
        found = [(_option(step, each.key, each.label, index),) for each in step.refusal.candidates[:PAGE]]
        return [*found, (_turn(words.WHOLE_LIST, step.run, Move.PAGE, index, "0"),)]
    buttons = [_option(step, each.key, each.label, index) for each in question.options]
    if question.kind is QuestionKind.SCALE:
        width = 5 if len(buttons) <= 10 else 6
        return [tuple(buttons[at : at + width]) for at in range(0, len(buttons), width)]
    if not question.paged:
        return [(each,) for each in buttons]
    shown = buttons[step.page * PAGE : (step.page + 1) * PAGE]
    turns = []
    if step.page:
        turns.append(_turn(common.EARLIER, step.run, Move.PAGE, index, str(step.page - 1)))
    if (step.page + 1) * PAGE < len(buttons):
        turns.append(_turn(common.FURTHER, step.run, Move.PAGE, index, str(step.page + 1)))
    return [*((each,) for each in shown), tuple(turns)]


def _option(step: Ask, key: str, label: str, index: int) -> Button:
    if step.question.kind not in MANY:
        return _turn(label, step.run, Move.PICK, index, key)
    ticked = key in step.ticked
    move = Move.UNTICK if ticked else Move.TICK
    return _turn(words.option(label, ticked=ticked), step.run, move, index, key)


def _summary(step: Summary) -> Screen:
    sent = step.run.state is RunState.SUBMITTED
    first = [_turn(common.DONE if sent else common.SEND, step.run, Move.SEND)]
    if step.more:
        first.append(more_button(step.run))
    last = [] if sent else [_turn(common.BACK, step.run, Move.BACK), _later(step.run)]
    rows = (*column(*first), *_changes(step.run, step.form, step.lines), *column(*last))
    return Screen(words.summary(step, sent=sent), rows)


def _stopped(step: Stopped) -> Screen:
    """A small form has nothing to be begun anew, and what was sent is changed, not begun."""
    other = []
    if not step.form.summary:
        other.append(_turn(common.CANCEL, step.run, Move.CANCEL))
    elif step.run.state is RunState.OPEN:
        other.append(_turn(common.BEGIN_ANEW, step.run, Move.RESTART))
    resume = _turn(common.GO_ON, step.run, Move.RESUME)
    return Screen(words.stopped(step), column(resume, *other, go(common.MENU, Spot.MENU)))


def _erase_all(step: EraseAll) -> Screen:
    return Screen(
        words.erase_all(step),
        column(_turn(common.GO_ON, step.run, Move.RESUME), _turn(words.ERASE_ALL, step.run, Move.ERASE_ALL)),
    )


def _already_answered(step: AlreadyAnswered) -> Screen:
    index = _index(step.form, step.line.question)
    return Screen(
        words.already_answered(step),
        column(
            _turn(common.CHANGE, step.run, Move.CHANGE, index),
            _turn(common.GO_ON, step.run, Move.RESUME),
        ),
        fresh=True,
    )


def _ask_row(run: Run) -> list[Button]:
    """«Спросить координатора» on every question of a teacher's own form."""
    if run.source is Source.PAPER or run.form_key in (
        "setup",
        "reply",
        "person",
        "ask",
        "school_field",
        "privacy_code",
        "own_name",
        "activity_date",
        "answer_by",
        "knock",
        "publish_note",
        TRIAL,
    ):
        return []
    return [go(common.ASK_COORDINATOR, Spot.ASK, run.id)]


def _later(run: Run) -> Button:
    if run.form_key == TRIAL:
        return _turn(words.END_TRIAL, run, Move.CANCEL)
    return _turn(common.LATER, run, Move.PAUSE)


def _index(form: Form, question: Question) -> int:
    return form.questions.index(question)


def _turn(label: str, run: Run, move: Move, question: int = 0, argument: str = "") -> Button:
    return button(label, Turn(run.id, run.step, question, move, argument))


def more_button(run: Run) -> Button:
    """Offered after the core was sent, while there is something left to ask."""
    return _turn(words.SPECIFY, run, Move.MORE)


def see_answers(run: Run) -> Button:
    return _turn("Посмотреть и изменить", run, Move.RESUME)
