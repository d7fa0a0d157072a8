"""The bot to compare with: the same survey written the way aiogram's guide shows it.

One router, FSM in memory, `start_polling`, an edit and an answer for each press. Nothing outlives the process.
"""

import asyncio
import logging
import os

import uvloop
from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message

from mentoring import forms
from mentoring.rules.forms import Question
from mentoring.rules.forms.model import MANY

ASKED = ("subjects", "levels", "experience", "want_mentor", "areas", "time", "can_share")
ASKED_MORE = ("situation", "d_method", "priority", "s_confidence")
PAGE = 8
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

router = Router()
form = forms.load().get("needs")
questions = [form.question(key) for key in (*ASKED, *ASKED_MORE)]


class Survey(StatesGroup):
    asking = State()


@router.callback_query(StateFilter(None))
async def on_open(query: CallbackQuery, state: FSMContext) -> None:
    await state.set_state(Survey.asking)
    await state.set_data({"place": -1, "ticked": [], "answers": {}})
    text = f"<b>{form.title}</b>, {len(questions)} вопросов, около {form.minutes} минут.\n\n{form.intro}"
    await show(query, text, [("Начать", "next"), ("Продолжить позже", "later"), ("Спросить координатора", "ask")])


@router.callback_query(Survey.asking)
async def on_press(query: CallbackQuery, state: FSMContext) -> None:
    session = await state.get_data()
    place, ticked, answers = session["place"], session["ticked"], session["answers"]
    act, _, argument = (query.data or "").partition(":")
    if act == "tick":
        ticked = [key for key in ticked if key != argument] if argument in ticked else [*ticked, argument]
    else:
        if act in {"pick", "done", "skip"}:
            answers = {**answers, questions[place].key: argument or ticked}
        ticked = []
        if act != "send":
            place += 1
    await state.update_data(place=place, ticked=ticked, answers=answers)
    if act == "send":
        text = "Отправлено. Спасибо! Если есть ещё 2 минуты, уточните ответы: так координатору проще подобрать помощь."
        await show(query, text, [("Уточнить, 2 минуты", "pick"), ("Посмотреть и изменить", "see"), ("Меню", "menu")])
    elif place == len(ASKED) and act != "tick" and "sent" not in answers:
        await state.update_data(place=place - 1, answers={**answers, "sent": "yes"})
        await show_summary(query, answers)
    else:
        await show_question(query, place, ticked)


async def show_question(query: CallbackQuery, place: int, ticked: list[str]) -> None:
    question = questions[place]
    text = f"{place + 1} из {len(questions)}\n<b>{question.text}</b>"
    if question.help:
        text += f"\n\n{question.help}"
    await show(query, text, [*options(question, ticked), *below(question, ticked)])


async def show_summary(query: CallbackQuery, answers: dict[str, str | list[str]]) -> None:
    lines = [
        f"{number}. {form.question(key).text}\n<b>{answer}</b>"
        for number, (key, answer) in enumerate(answers.items(), 1)
    ]
    changes = [
        (f"Изменить {number}: {form.question(key).text[:29]}…", f"change:{number}")
        for number, key in enumerate(answers, 1)
    ]
    text = "Проверьте ответы. Пока не нажато «Отправить», их никто не видит.\n\n" + "\n".join(lines)
    await show(query, text, [("Отправить", "send"), *changes, ("Назад", "back"), ("Продолжить позже", "later")])


def options(question: Question, ticked: list[str]) -> list[tuple[str, str]]:
    if question.kind not in MANY:
        return [(option.label, f"pick:{option.key}") for option in question.options]
    buttons = [
        (("☑ " if option.key in ticked else "☐ ") + option.label, f"tick:{option.key}") for option in question.options
    ]
    return [*buttons[:PAGE], ("Ещё ▶", "page:1")] if question.paged else buttons


def below(question: Question, ticked: list[str]) -> list[tuple[str, str]]:
    done = [(f"Готово ({len(ticked)})" if ticked else "Готово", "done")] if question.kind in MANY else []
    skip = [] if question.required else [("Пропустить", "skip")]
    return [*done, *skip, ("Назад", "back"), ("Продолжить позже", "later"), ("Спросить координатора", "ask")]


async def show(query: CallbackQuery, text: str, buttons: list[tuple[str, str]]) -> None:
    rows = [[InlineKeyboardButton(text=label, callback_data=press)] for label, press in buttons]
    if isinstance(query.message, Message):
        await query.message.edit_text(
            text,
            parse_mode="HTML",
            link_preview_options=NO_PREVIEW,
            reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
        )
    await query.answer()


async def main() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["BENCH_API"]))
    bot = Bot(os.environ["BENCH_TOKEN"], session=session)
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.include_router(router)
    logging.getLogger("aiogram").setLevel(logging.ERROR)  # its farewell at SIGTERM is no line of the bench
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main())
