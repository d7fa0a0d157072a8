"""What a person is to see after a move: the handler draws each as a screen."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from mentoring.rules.forms import Form, Question
from mentoring.rules.questionnaire import Progress, Refusal, SummaryLine
from storage.runs import Run


class Late(StrEnum):
    """Why a press changed nothing."""

    REPEATED = "repeated"  # the same press came again: it is done already
    OLD = "old"  # of a screen that has been left


@dataclass(frozen=True, slots=True)
class Intro:
    """What the form is, before its first question."""

    run: Run
    form: Form
    questions: int  # of the longest way still open
    unheard: bool = False  # something was typed where only buttons answer


@dataclass(frozen=True, slots=True)
class Facts:
    """«Всё верно?»: what is known already, instead of asking; each line can be changed."""

    run: Run
    form: Form
    lines: tuple[SummaryLine, ...]
    has_back: bool = False
    unheard: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """One question, perhaps after an input that was no answer to it."""

    run: Run
    form: Form
    question: Question
    progress: Progress
    ticked: tuple[str, ...] = ()
    page: int = 0
    refusal: Refusal | None = None
    has_back: bool = False
    late: Late | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything said, each line changeable, before the one explicit «Отправить» (or after it).

    Read from `page` on when one was turned to, else from the page of the question `after`, which was just changed.
    """

    run: Run
    form: Form
    lines: tuple[SummaryLine, ...]
    page: int | None = None
    after: str = ""
    more: bool = False  # «Уточнить» has something left to ask
    unheard: bool = False


@dataclass(frozen=True, slots=True)
class Stopped:
    """«Вы остановились на 4 из 8»: after a long silence nothing is taken for an answer."""

    run: Run
    form: Form
    progress: Progress


@dataclass(frozen=True, slots=True)
class EraseAll:
    """«Начать заново» asks once, with the number of answers that go."""

    run: Run
    form: Form
    answers: int


@dataclass(frozen=True, slots=True)
class AlreadyAnswered:
    """An old button of an earlier question was pressed."""

    run: Run
    form: Form
    line: SummaryLine


@dataclass(frozen=True, slots=True)
class Paused:
    """«Продолжить позже»: the draft is kept."""

    run: Run
    form: Form
    left: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The form is done; `result` is what its outcome gave (see `mentoring.outcomes`)."""

    run: Run
    form: Form
    result: object
    repeated: bool = False  # «Отправить» pressed again
    changed: bool = False  # it had been sent; what was changed since is kept
    more: bool = False  # «Уточнить» has something left to ask
    sent_at: datetime | None = None
    following: "Step | None" = None  # the dialog that this small form was opened from


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A small form was dropped; `following` is the dialog that it was opened from."""

    run: Run
    following: "Step | None"


@dataclass(frozen=True, slots=True)
class ConsentNeeded:
    """Nothing is asked before consent to the text as it is now."""

    run: Run


@dataclass(frozen=True, slots=True)
class Closed:
    """It was sent, and the day to change it by is over: it can be looked at."""

    run: Run


@dataclass(frozen=True, slots=True)
class Gone:
    """There is no such run for this person any more; `repeated`: the same press has just ended it.

    `forgotten`: nothing of it is kept, as of what was answered without a name.
    """

    repeated: bool = False
    forgotten: bool = False


Open: TypeAlias = Intro | Facts | Ask | Summary | Stopped | EraseAll | AlreadyAnswered  # of a dialog that goes on

Step: TypeAlias = (
    Intro
    | Facts
    | Ask
    | Summary
    | Stopped
    | EraseAll
    | AlreadyAnswered
    | Paused
    | Finished
    | Cancelled
    | ConsentNeeded
    | Closed
    | Gone
)
