"""What a question offers as buttons: its options, and the pages of what is long."""

from handlers.effects import Button
from handlers.presses import button
from handlers.texts import common
from handlers.texts import filling as words
from mentoring.filling import Ask, Move, Run, Turn
from mentoring.filling.place import PAGE
from mentoring.rules.forms import QuestionKind
from mentoring.rules.forms.model import MANY
from mentoring.rules.questionnaire import RefusalReason


def options(step: Ask, index: int) -> list[tuple[Button, ...]]:
    """One option a line, a long list by pages, a scale in lines of five."""
    question = step.question
    if step.refusal is not None and step.refusal.reason is RefusalReason.SEVERAL:
        found = [(_option(step, each.key, each.label, index),) for each in step.refusal.candidates[:PAGE]]
        return [*found, (turn_button(words.WHOLE_LIST, step.run, Move.PAGE, index, "0"),)]
    buttons = [_option(step, each.key, each.label, index) for each in question.options]
    if question.kind is QuestionKind.SCALE:
        width = 5 if len(buttons) <= 10 else 6
        return [tuple(buttons[at : at + width]) for at in range(0, len(buttons), width)]
    if not question.paged:
        return [(each,) for each in buttons]
    shown = buttons[step.page * PAGE : (step.page + 1) * PAGE]
    pages = -(-len(buttons) // PAGE)
    return [*((each,) for each in shown), page_turns(step.run, step.page, pages, index)]


def _option(step: Ask, key: str, label: str, index: int) -> Button:
    if step.question.kind not in MANY:
        return turn_button(label, step.run, Move.PICK, index, key)
    ticked = key in step.ticked
    move = Move.UNTICK if ticked else Move.TICK
    return turn_button(words.option(label, ticked=ticked), step.run, move, index, key)


def page_turns(run: Run, page: int, pages: int, index: int = 0) -> tuple[Button, ...]:
    """«Раньше» and «Ещё» in one line, nothing for a single page."""
    return (
        *([turn_button(common.EARLIER, run, Move.PAGE, index, str(page - 1))] if page else []),
        *([turn_button(common.FURTHER, run, Move.PAGE, index, str(page + 1))] if page + 1 < pages else []),
    )


def turn_button(label: str, run: Run, move: Move, question: int = 0, argument: str = "") -> Button:
    return button(label, Turn(run.id, run.step, question, move, argument))
