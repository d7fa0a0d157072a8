"""Questionnaires of a school's own: notes to be read, constraints, a second part, and what is known already."""

from collections.abc import AsyncIterator

import pytest

from handlers.presses import button
from handlers.texts import common
from mentoring.filling import Ask, Finished, Intro, Move, Stopped, Summary, Turn
from mentoring.rules.forms import parse_form
from storage.database import Database
from tests.dialogs.anybody import Anybody, Facts
from tests.storage.threadless import database_in_memory

Row = dict[str, object]

TOWNS: Row = {f"p{number}": f"Посёлок {number}" for number in range(10)}
NOTE: Row = {"key": "note", "type": "note", "text": "Сначала прочитайте."}
FIRST: Row = {"key": "first", "type": "yesno", "text": "Были на уроке?"}
LAST: Row = {"key": "last", "type": "text", "text": "Что запомнилось?"}
TICKS: Row = {
    "key": "ticks",
    "type": "multi",
    "text": "Назовите хотя бы два места.",
    "options": TOWNS,
    "required": True,
    "constraint": [{"gte": 2, "of": "count"}],
    "constraint_message": "Отметьте хотя бы два места.",
}
SUBJECTS: Row = {"key": "subjects", "type": "multi", "text": "Предметы", "options": {"p0": "Физика", "p1": "Химия"}}
EXPERIENCE: Row = {"key": "experience", "type": "single", "text": "Стаж", "options": {"y1": "До года", "y4": "4 года"}}
KNOWN = {"subjects": ("p0",), "experience": ("y4",)}


class Somebody(Anybody):
    """Presses by label, as a person does."""

    async def taps(self, *labels: str) -> None:
        for label in labels:
            found = [each for each in self.buttons if each.label.startswith(label)]
            assert found, f"no button «{label}» but {[each.label for each in self.buttons]}"
            await self.presses(found[0])

    async def forges(self, move: Move, question: int = 0) -> None:
        run, _ = await self.kept()
        await self.presses(button("?", Turn(run.id, run.step, question, move)))

    def sees(self, *texts: str) -> None:
        shown = "\n".join([self.screen.text, *(each.label for each in self.buttons)])
        for text in texts:
            assert text in shown, f"no «{text}» but:\n{shown}"

    def does_not_see(self, text: str) -> None:
        assert text not in "\n".join([self.screen.text, *(each.label for each in self.buttons)])


@pytest.fixture
async def database() -> AsyncIterator[Database]:
    database = await database_in_memory()
    yield database
    await database.close()


async def begins(database: Database, *rows: Row, known: Facts | None = None) -> Somebody:
    head = {"key": "own_survey", "version": 1, "title": "Опрос", "audience": "teacher", "minutes": 2}
    somebody = Somebody(database, 1000)
    await somebody.comes(parse_form({**head, "questions": list(rows)}, {}), known or {})
    await somebody.taps("Начать")
    return somebody


async def test_a_note_is_read_and_neither_counted_nor_read_back(database: Database) -> None:
    somebody = await begins(database, NOTE, FIRST, {**NOTE, "key": "thanks", "text": "Спасибо."})
    somebody.sees("Сначала прочитайте.", "Дальше")
    somebody.does_not_see("1 из")
    await somebody.says("понятно")
    somebody.sees("Это пояснение, отвечать на него не нужно: нажмите «Дальше».")
    await somebody.taps("Дальше")
    assert isinstance(somebody.step, Ask)
    assert (somebody.step.progress.number, somebody.step.progress.total) == (1, 1)
    await somebody.taps("Да", "Дальше")
    assert isinstance(somebody.step, Summary)
    assert [line.question.key for line in somebody.step.lines] == ["first"]
    await somebody.taps("Отправить")
    assert isinstance(somebody.step, Finished)


async def test_an_old_button_of_a_note_asks_nothing(database: Database) -> None:
    somebody = await begins(database, NOTE, FIRST, LAST)
    old = somebody.buttons[0]
    await somebody.taps("Дальше", "Да")
    await somebody.presses(old)
    somebody.sees("Что запомнилось?")
    assert somebody.screen.toast == "Это кнопка прежнего экрана, он обновлён"


async def test_an_old_button_of_a_question_that_is_hidden_now_asks_nothing(database: Database) -> None:
    then = {**LAST, "key": "then", "type": "yesno", "text": "Понравилось?", "show_if": [{"q": "first", "eq": True}]}
    somebody = await begins(database, FIRST, then, LAST)
    await somebody.taps("Да")
    old = somebody.buttons[0]
    await somebody.taps("Да", "Назад", "Назад", "Нет")
    await somebody.presses(old)
    somebody.sees("Что запомнилось?")
    assert somebody.screen.toast == "Это кнопка прежнего экрана, он обновлён"


async def test_to_begin_anew_counts_answers_and_not_what_was_read(database: Database) -> None:
    somebody = await begins(database, NOTE, FIRST, LAST)
    await somebody.taps("Дальше")
    somebody.waits(hours=13)
    await somebody.says("да")
    await somebody.taps("Начать заново")
    somebody.sees("Были на уроке?")
    await somebody.taps("Да")
    somebody.waits(hours=13)
    await somebody.says("да")
    await somebody.taps("Начать заново")
    somebody.sees("Стереть 1 ответ и начать заново?")


async def test_too_few_ticks_are_refused_in_the_schools_words_with_a_way_out(database: Database) -> None:
    somebody = await begins(database, TICKS, LAST)
    await somebody.taps("☐ Посёлок 1", "Готово")
    somebody.sees("Отметьте хотя бы два места.", "☑ Посёлок 1")
    somebody.does_not_see("Если не получается")
    await somebody.taps("Готово")
    somebody.sees("Если не получается, нажмите «Спросить координатора».")
    await somebody.taps("☐ Посёлок 2", "Готово")
    somebody.sees("Что запомнилось?")


async def test_a_change_is_held_to_the_constraint_too(database: Database) -> None:
    somebody = await begins(database, TICKS)
    await somebody.taps("☐ Посёлок 1", "Ещё", "☐ Посёлок 9", "Готово", "Изменить 1")
    await somebody.taps("☑ Посёлок 1", "Готово")
    somebody.sees("Отметьте хотя бы два места.")
    await somebody.taps("Назад")
    somebody.sees("Посёлок 1; Посёлок 9")


async def test_a_change_begins_on_the_page_of_the_answer(database: Database) -> None:
    town: Row = {"key": "town", "type": "single", "text": "Где?", "options": TOWNS}
    somebody = await begins(database, TICKS, town)
    await somebody.taps("Ещё", "☐ Посёлок 8", "☐ Посёлок 9", "Готово", "Ещё", "Посёлок 9", "Изменить 1")
    somebody.sees("☑ Посёлок 8")


async def test_more_is_offered_for_questions_and_not_for_what_is_only_to_be_read(database: Database) -> None:
    more: Row = {**LAST, "part": "more"}
    somebody = await begins(database, FIRST, {**NOTE, "part": "more"}, more)
    await somebody.taps("Да", "Отправить", "Уточнить")
    somebody.sees("Сначала прочитайте.")
    await somebody.taps("Дальше", "Пропустить", "Готово")
    assert isinstance(somebody.step, Finished)
    assert not somebody.step.more


async def test_a_note_alone_in_the_second_part_is_offered_to_nobody(database: Database) -> None:
    somebody = await begins(database, FIRST, {**NOTE, "part": "more"})
    await somebody.taps("Да", "Отправить")
    assert isinstance(somebody.step, Finished)
    assert not somebody.step.more


async def test_what_was_sent_is_gone_on_with_and_never_begun_anew(database: Database) -> None:
    somebody = await begins(database, FIRST, {**LAST, "part": "more"})
    await somebody.taps("Да", "Отправить", "Уточнить")
    somebody.waits(hours=13)
    await somebody.says("Много")
    assert isinstance(somebody.step, Stopped)
    somebody.does_not_see(common.BEGIN_ANEW)
    await somebody.taps("Продолжить")
    somebody.sees("Что запомнилось?")


async def test_an_old_send_does_not_hide_the_question_that_a_change_has_opened(database: Database) -> None:
    then = {**LAST, "required": True, "show_if": [{"q": "first", "eq": False}]}
    somebody = await begins(database, FIRST, then)
    await somebody.taps("Да")
    send = somebody.buttons[0]
    await somebody.taps("Отправить", "Посмотреть", "Изменить 1", "Нет")
    await somebody.presses(send)
    somebody.sees("Что запомнилось?")
    await somebody.says("Опыты")
    await somebody.taps("Готово")
    assert isinstance(somebody.step, Finished)
    assert (await somebody.kept())[1] == {"first": False, "last": "Опыты"}


async def test_a_question_of_the_core_that_a_change_has_opened_is_asked_before_the_end(database: Database) -> None:
    then = {**LAST, "required": True, "show_if": [{"q": "first", "eq": False}]}
    somebody = await begins(database, FIRST, then, {**FIRST, "key": "more", "text": "Ещё?", "part": "more"})
    await somebody.taps("Да", "Отправить", "Уточнить", "Да")
    change_more = next(each for each in somebody.buttons if each.label.startswith("Изменить 2"))
    await somebody.taps("Изменить 1", "Нет")
    await somebody.presses(change_more)
    await somebody.taps("Нет", "Готово")
    somebody.sees("Что запомнилось?")


@pytest.mark.parametrize("move", [Move.MORE, Move.CHANGE])
async def test_nobody_comes_past_the_core_into_the_second_part(database: Database, move: Move) -> None:
    somebody = await begins(database, {**FIRST, "required": True}, {**LAST, "part": "more"})
    await somebody.forges(move, question=1)
    somebody.sees("Были на уроке?")


async def test_a_change_on_the_summary_that_opens_a_question_asks_it_at_once(database: Database) -> None:
    novice = {**LAST, "show_if": [{"q": "experience", "eq": "y1"}]}
    somebody = await begins(database, FIRST, EXPERIENCE, novice, known=KNOWN)
    await somebody.taps("Да", "Всё верно", "Изменить 2", "До года")
    somebody.sees("Что запомнилось?")


async def test_back_leads_to_a_question_between_two_known_facts(database: Database) -> None:
    somebody = await begins(database, SUBJECTS, FIRST, EXPERIENCE, LAST, known=KNOWN)
    await somebody.taps("Всё верно", "Да")
    somebody.sees("Что запомнилось?")
    await somebody.taps("Назад")
    somebody.sees("Были на уроке?")
    await somebody.taps("Назад")
    somebody.sees("Это уже известно")


async def test_a_fact_that_the_question_would_not_take_is_asked(database: Database) -> None:
    several = {**SUBJECTS, "constraint": [{"gte": 2, "of": "count"}]}
    marked: Row = {"key": "experience", "type": "scale", "text": "Оцените опыт", "start": 0}
    somebody = await begins(database, several, marked, known=KNOWN)
    somebody.sees("Предметы", "1 из 2")
    await somebody.taps("Пропустить")
    somebody.sees("Оцените опыт")


async def test_facts_that_are_known_no_longer_are_asked(database: Database) -> None:
    somebody = await begins(database, SUBJECTS, LAST, known=KNOWN)
    somebody.sees("Это уже известно")
    async with database.write() as tx:
        await tx.run("UPDATE person SET subjects = '[]', experience = ''")
    await somebody.says("да")
    assert isinstance(somebody.step, Intro)
    await somebody.taps("Начать")
    somebody.sees("Предметы")
