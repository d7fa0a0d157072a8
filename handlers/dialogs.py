"""Steps of a dialog drawn as screens: questions, ticks, pages, the summary."""

from collections.abc import Sequence
from datetime import date

from handlers.effects import Button, Rows, Screen, column
from handlers.options import options, page_turns, turn_button
from handlers.presses import Spot, go
from handlers.texts import common, errors
from handlers.texts import filling as words
from handlers.texts.reading import Page
from mentoring import gathering_outcomes, practice_outcomes
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
)
from mentoring.filling.place import TRIAL
from mentoring.gatherings import answering
from mentoring.proofs import Proof
from mentoring.rules.forms import Form, Question, QuestionKind
from mentoring.rules.forms.model import MANY
from mentoring.rules.questionnaire import SummaryLine
from storage.vocabulary import RunState, Source

# A coordinator's own about events.
GATHERINGS = frozenset(gathering_outcomes.OUTCOMES) - {answering.FORM}
# Where nobody asks the coordinator: these are a coordinator's own, or a teacher's before they are let in.
_UNASKED = frozenset(
    {
        *("setup", "reply", "person", "ask", "school_field", "privacy_code", "own_name", "activity_date", "answer_by"),
        *(
            "knock",
            "publish_note",
            "own_roadmap",
            "roadmap_term",
            "roadmap_person",
            "school_break",
            "school_day_off",
            "school_day_works",
            TRIAL,
            "announcement",
            "programme_return",
            "programme_extend",
            *GATHERINGS,
            "material_search",
        ),
        *Proof,
        *practice_outcomes.FORMS,
    }
)
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
                column(turn_button(common.GO_ON, step.run, Move.RESUME), go(common.MENU, Spot.MENU)),
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
        column(turn_button(common.START, step.run, Move.START), _later(step.run), *_ask_row(step.run)),
    )


def _facts(step: Facts) -> Screen:
    return Screen(
        words.facts(step),
        (
            *column(turn_button(words.RIGHT, step.run, Move.FACTS_RIGHT)),
            *_changes(step.run, step.form, step.lines),
            (*([turn_button(common.BACK, step.run, Move.BACK)] if step.has_back else []), _later(step.run)),
        ),
    )


def _changes(run: Run, form: Form, lines: tuple[SummaryLine, ...], only: Sequence[int] | None = None) -> Rows:
    """A button for each line that was said, or for those of this page."""
    shown = range(len(lines)) if only is None else only
    return column(
        *(
            turn_button(words.change_line(at + 1, lines[at]), run, Move.CHANGE, _index(form, lines[at].question))
            for at in shown
        )
    )


def _ask(step: Ask, example: date | None) -> Screen:
    run, question = step.run, step.question
    index = step.form.questions.index(question)
    rows: list[tuple[Button, ...]] = list(options(step, index))
    if question.kind in MANY:
        rows.append((turn_button(words.done(len(step.ticked)), run, Move.DONE, index),))
    if not question.required:
        rows.append((turn_button(_skip_label(question), run, Move.SKIP, index),))
    back = [turn_button(common.BACK, run, Move.BACK, index)] if step.has_back else []
    if step.form.summary:
        rows.append((*back, _later(run)))
    elif run.form_key not in ("setup", "join"):
        rows.append((*back, turn_button(common.CANCEL, run, Move.CANCEL)))
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


def _summary(step: Summary) -> Screen:
    sent = step.run.state is RunState.SUBMITTED
    pages = words.summary(step, sent=sent)
    number = _page_of(step, pages)
    first = [turn_button(common.DONE if sent else common.SEND, step.run, Move.SEND)]
    if step.more:
        first.append(more_button(step.run))
    turns = [page] if (page := page_turns(step.run, number, len(pages))) else []
    last = [] if sent else [turn_button(common.BACK, step.run, Move.BACK), _later(step.run)]
    changes = _changes(step.run, step.form, step.lines, pages[number].lines)
    rows = (*column(*first), *turns, *changes, *column(*last))
    return Screen(pages[number].text + common.pages(number, len(pages)), rows)


def _page_of(step: Summary, pages: Sequence[Page]) -> int:
    """The page that was turned to, or where the change that led here began."""
    if step.page is not None:
        return min(step.page, len(pages) - 1)
    changed = next((at for at, line in enumerate(step.lines) if line.question.key == step.after), None)
    return next((number for number, page in enumerate(pages) if changed in page.lines), 0)


def _stopped(step: Stopped) -> Screen:
    """A small form has nothing to be begun anew, and what was sent is changed, not begun."""
    other = []
    if not step.form.summary:
        other.append(turn_button(common.CANCEL, step.run, Move.CANCEL))
    elif step.run.state is RunState.OPEN:
        other.append(turn_button(common.BEGIN_ANEW, step.run, Move.RESTART))
    resume = turn_button(common.GO_ON, step.run, Move.RESUME)
    return Screen(words.stopped(step), column(resume, *other, go(common.MENU, Spot.MENU)))


def _erase_all(step: EraseAll) -> Screen:
    return Screen(
        words.erase_all(step),
        column(
            turn_button(common.GO_ON, step.run, Move.RESUME), turn_button(words.ERASE_ALL, step.run, Move.ERASE_ALL)
        ),
    )


def _already_answered(step: AlreadyAnswered) -> Screen:
    index = _index(step.form, step.line.question)
    return Screen(
        words.already_answered(step),
        column(
            turn_button(common.CHANGE, step.run, Move.CHANGE, index),
            turn_button(common.GO_ON, step.run, Move.RESUME),
        ),
        fresh=True,
    )


def _ask_row(run: Run) -> list[Button]:
    """«Спросить координатора» on every question of a teacher's own form."""
    if run.source is Source.PAPER or run.form_key in _UNASKED:
        return []
    return [go(common.ASK_COORDINATOR, Spot.ASK, run.id)]


def _later(run: Run) -> Button:
    if run.form_key == TRIAL:
        return turn_button(words.END_TRIAL, run, Move.CANCEL)
    return turn_button(common.LATER, run, Move.PAUSE)


def _index(form: Form, question: Question) -> int:
    return form.questions.index(question)


def more_button(run: Run) -> Button:
    """Offered after the core was sent, while there is something left to ask."""
    return turn_button(words.SPECIFY, run, Move.MORE)


def see_answers(run: Run) -> Button:
    return turn_button("Посмотреть и изменить", run, Move.RESUME)
