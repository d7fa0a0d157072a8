"""Whatever a school asks and whatever somebody presses or types: the dialog goes on, and sends what it has shown."""

import asyncio
from collections.abc import Coroutine, Iterator
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from handlers.effects import Button, Screen
from handlers.presses import unpack
from handlers.texts import common
from mentoring.filling import Ask, Closed, Facts, Finished, Move, Stopped, Summary, Turn
from mentoring.filling.place import FACT_KEYS, FACTS
from mentoring.rules.forms import Form, Part, QuestionKind
from mentoring.rules.forms.model import MANY
from mentoring.rules.questionnaire import Value, is_complete, kept, labels, visible
from sandbox.world.html import parse_html
from storage.database import Database
from storage.runs import Run
from storage.vocabulary import RunState
from tests.dialogs.anybody import FORM, Anybody
from tests.rules.form_strategies import LABELS, LONG, any_form, choices, possible, ticks
from tests.storage.threadless import database_in_memory

MOST_BUTTONS, LONGEST = 100, 4096
SAID = ["", "…", "🙂", "ну не знаю", "1", "2, 3", "2,5", "завтра", "01.09.2026", "да", "пред", "паспорт 9204 123456"]
KNOWN = st.fixed_dictionaries(
    {
        "subjects": st.sampled_from([("a",), ("a", "b"), ("p0",), ("p1", "p9"), ()]),
        "levels": st.sampled_from([("a",), ("c", "d"), ("p9",), ()]),
        "experience": st.sampled_from([("a",), ("p1",), ("2",), ()]),
    }
)
FORMS = st.one_of(
    any_form(most=6), any_form(most=6, first=[ticks("multi"), choices("single"), ticks("dict_multi")], names=FACT_KEYS)
)
# What answers the question on the screen, and what changes more answers than that one.
ANSWERS = frozenset({Move.PICK, Move.DONE, Move.SKIP})
WIDE = frozenset({Move.ERASE_ALL, Move.SEND, Move.FACTS_RIGHT})
which = st.integers(0, 20)


class AnybodyFills(RuleBasedStateMachine):
    """Presses, types and waits at random; after each act it is checked what is on the screen and in the database."""

    def __init__(self, runner: asyncio.Runner, database: Database, telegram: int) -> None:
        super().__init__()
        self._runner = runner
        self.person = Anybody(database, telegram)
        self.form: Form | None = None
        self.before: list[Screen] = []
        self.words: dict[str, tuple[str, ...] | None] = {}  # of the answers that were given in an orderly way
        self.sent_at: object = None

    @initialize(form=FORMS, known=KNOWN, days=st.sampled_from([90, 90, 4]))
    def begins(self, form: Form, known: dict[str, tuple[str, ...]], days: int) -> None:
        self.form = form
        self.person.answer_by = self.person.today + timedelta(days=days)
        self._do(self.person.comes(form, known))
        self.kept: tuple[Run, dict[str, Value | None]] = self._do(self.person.kept())
        self._sees_a_way_on()

    @rule(which=which)
    def goes_on(self, which: int) -> None:
        """As people mostly do."""
        step = self.person.step
        if isinstance(step, Ask):
            self._answers(step, which)
        else:
            self._presses(self.person.buttons[0])

    @rule(which=which)
    def presses(self, which: int) -> None:
        self._presses(self.person.buttons[which % len(self.person.buttons)])

    @precondition(lambda self: self.before)
    @rule(back=which, which=which)
    def presses_an_old_button(self, back: int, which: int) -> None:
        screen = self.before[-1 - back % len(self.before)]
        buttons = [button for row in screen.buttons for button in row]
        self._presses(buttons[which % len(buttons)])

    @rule(text=st.sampled_from([*SAID, "ы" * 600, *LABELS.values(), *list(LONG.values())[:2]]))
    def says(self, text: str) -> None:
        self._act(self.person.says(text), None)

    @rule(which=which)
    def says_what_stands_on_a_button(self, which: int) -> None:
        label = self.person.buttons[which % len(self.person.buttons)].label
        self._act(self.person.says(label.lstrip("☑☐ ")), None)

    @rule()
    def goes_back_to_the_beginning(self) -> None:
        assert self.form is not None
        for _ in range(len(self.form.questions) + 3):
            back = next((each for each in self.person.buttons if each.label == common.BACK), None)
            if back is None:
                return
            self._presses(back)
        raise AssertionError("there is no beginning")

    @rule()
    def waits(self) -> None:
        self.person.waits(hours=13)

    def teardown(self) -> None:
        if self.form is not None:
            self._comes_to_the_end()

    def _do(self, act: Coroutine[Any, Any, Any]) -> Any:
        return self._runner.run(act)

    def _presses(self, button: Button) -> None:
        press = unpack(button.data)
        self._act(self.person.presses(button), press if isinstance(press, Turn) else None)

    def _act(self, act: Coroutine[Any, Any, Any], press: Turn | None) -> None:
        run, answers = self.kept
        self.before.append(self.person.screen)
        self._do(act)
        self.kept = after, said = self._do(self.person.kept())
        changed = {key for key in answers.keys() | said.keys() if answers.get(key, "none") != said.get(key, "none")}
        if self._is_closed(run):
            assert not changed
        elif not may_change_several(press, run):
            assert changed <= ({run.place} if may_answer(press, run) else set())
        self.words = {key: words for key, words in self.words.items() if key not in changed}
        self._sees_a_way_on()
        self._is_sent_once(after, said)

    def _is_closed(self, run: Run) -> bool:
        """What was sent is not changed after the day that was named."""
        return run.state is RunState.SUBMITTED and self.person.today > self.person.answer_by

    def _sees_a_way_on(self) -> None:
        screen, step = self.person.screen, self.person.step
        assert 1 <= len(self.person.buttons) <= MOST_BUTTONS
        assert 1 <= len(parse_html(screen.text).text) <= LONGEST
        if isinstance(step, Ask):
            assert 1 <= step.progress.number <= step.progress.total
        if isinstance(step, Facts):
            assert step.lines
        if isinstance(step, Summary):
            self._reads(step, self.kept[1])

    def _reads(self, step: Summary, answers: dict[str, Value | None]) -> None:
        """Each visible answer, in its words."""
        assert self.form is not None
        asked = [each for each in visible(self.form, answers) if each.kind is not QuestionKind.NOTE]
        shown = [(each.key, labels(each, answers[each.key])) for each in asked if each.key in answers]
        assert [(line.question.key, line.labels) for line in step.lines] == shown
        assert {key: words for key, words in shown if key in self.words}.items() <= self.words.items()

    def _is_sent_once(self, run: Run, answers: dict[str, Value | None]) -> None:
        assert self.form is not None
        if isinstance(self.person.step, Finished):
            assert run.state is RunState.SUBMITTED
            assert is_complete(self.form, answers, Part.CORE)
            assert self.person.step.repeated or answers == kept(self.form, answers)
        assert self.sent_at in (None, run.submitted_at)
        self.sent_at = run.submitted_at

    def _comes_to_the_end(self) -> None:
        """From wherever they are, by answering what is asked."""
        assert self.form is not None
        for _ in range(10 + 4 * len(self.form.questions)):
            if isinstance(self.person.step, Finished | Closed):
                return
            self.goes_on(-1)
        raise AssertionError("there is no end")

    def _answers(self, step: Ask, which: int) -> None:
        if step.form.key != FORM:
            self._act(self.person.says("Когда ответ?"), None)
            return
        if self._is_closed(self.kept[0]):  # the day passed while the question was open
            self._presses(self.person.buttons[0])
            assert isinstance(self.person.step, Closed)
            return
        answers = possible(step.question, self.person.today)
        answer = answers[which % len(answers)]
        if answer.words is None:
            self._presses(self._found(Move.SKIP))
        elif step.question.kind in MANY:
            self._ticks(step, answer.value)
        elif step.question.options:
            chosen = next(option.key for option in step.question.options if option.label == answer.words[0])
            self._presses(self._found(Move.PICK, chosen))
        else:
            self._act(self.person.says(answer.words[0]), None)
        if not isinstance(self.person.step, Stopped):  # after a long silence nothing is taken for an answer
            assert self.kept[1][step.question.key] == answer.value
            self.words[step.question.key] = answer.words

    def _ticks(self, step: Ask, wanted: Value | None) -> None:
        for key in step.ticked:
            self._presses(self._found(Move.UNTICK, key))
        for key in wanted if isinstance(wanted, tuple) else ():
            self._presses(self._found(Move.TICK, key))
        self._presses(self._found(Move.DONE))

    def _found(self, move: Move, argument: str = "") -> Button:
        """The button that does this, on whatever page it stands."""
        for turning in (common.EARLIER, common.FURTHER):
            while True:
                pressed = {each: unpack(each.data) for each in self.person.buttons}
                for found, press in pressed.items():
                    if isinstance(press, Turn) and (press.move, press.argument) == (move, argument):
                        return found
                turn = next((each for each in self.person.buttons if each.label == turning), None)
                if turn is None:
                    break
                self._presses(turn)
        raise AssertionError(f"no way to {move} {argument}")


def may_change_several(press: Turn | None, run: Run) -> bool:
    return press is not None and (press.move in WIDE or (press.move is Move.CHANGE and run.place == FACTS))


def may_answer(press: Turn | None, run: Run) -> bool:
    """Something typed, or a button of the screen of now."""
    return press is None or (press.move in ANSWERS and press.step == run.step)


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture
def database(runner: asyncio.Runner) -> Iterator[Database]:
    database = runner.run(database_in_memory())
    yield database
    runner.run(database.close())


@pytest.mark.hypothesis
def test_any_form_is_filled_to_its_end_however_somebody_goes_through_it(
    runner: asyncio.Runner, database: Database
) -> None:
    telegrams = count(1000)
    run_state_machine_as_test(
        lambda: AnybodyFills(runner, database, next(telegrams)),  # type: ignore[arg-type]  # it is only called
        settings=settings(stateful_step_count=40),
    )
