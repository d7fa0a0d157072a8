"""Questionnaires that are answered without names: what is promised before, how it goes, what is shown after."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from handlers.texts.common import day, local_day, pages, people, plural, safe
from handlers.texts.reading import PIECE, by_pages
from handlers.texts.tallies import question
from mentoring.form_ticks import Preview
from mentoring.papers import tally_words
from mentoring.papers.values import Comments
from mentoring.rules.forms import Form
from mentoring.survey_results import Results
from mentoring.surveys import Round

WITHOUT_NAMES = "Ответы без имён"
CLOSE = "Закрыть анкету"
RESULTS = "Результаты без имён"
COMMENTS = "Ответы словами"
TO_RESULTS = "К результатам"


def before(of: Preview, form: Form, thresholds: Sequence[int]) -> str:
    """What will be shown and what never, told before the round is opened."""
    head = f"<b>{safe(form.title)}</b>: ответы без имён, отмечено: {of.people}"
    if not thresholds:
        return (
            f"{head}\n\nДля ответов без имён нужно пригласить хотя бы троих: когда ответов меньше, автора легко угадать. "
            "Отметьте ещё людей или спросите лично."
        )
    return (
        f"{head}\n\n<b>Вы увидите:</b> кто ответил; после закрытия — сколько каких ответов и слова вперемешку.\n"
        "<b>Не увидит никто:</b> кто что ответил и когда.\n"
        "В резервные копии открытая анкета не входит.\n\n"
        "С какого числа ответов показать результаты? Обычно это 5. Потом не изменить ни число, ни то, что имён нет."
    )


def open_label(threshold: int) -> str:
    return f"Пригласить, показать от {_answers(threshold)}"


def _answers(count: int) -> str:
    return plural(count, "ответа", "ответов", "ответов")


def joins(of: Round) -> str:
    return f"Анкета уже идёт, ответы без имён: кого вы пригласите, ответит в ней же до {day(of.survey.answer_by)}."


def state(of: Round, zone: ZoneInfo) -> str:
    """On the questionnaire's card."""
    survey = of.survey
    said = f"ответили {survey.answered} из {survey.asked}"
    if of.is_open:
        return f"Идёт без имён до {day(survey.answer_by)}: {said}. Результаты появятся, когда анкета закроется."
    return f"Без имён, {_closed(of, zone)}: {said}."


def _closed(of: Round, zone: ZoneInfo) -> str:
    return f"закрыта {local_day(of.survey.closed_at, zone)}" if of.survey.closed_at else "ещё идёт"


def close_ask(of: Round) -> str:
    survey = of.survey
    few = (
        ""
        if of.is_enough
        else f" Пока ответов меньше {survey.threshold}: если закрыть сейчас, результаты не будут показаны никому."
    )
    return (
        f"Закрыть анкету «{safe(of.form.title)}»? Ответили {survey.answered} из {survey.asked}. Кто начал и не отправил, "
        f"закончить не сможет, его черновик будет удалён.{few}"
    )


def nothing_open() -> str:
    return "Эта анкета уже закрыта."


def closed(of: Round) -> str:
    return f"Анкета «{safe(of.form.title)}» закрыта: ответили {of.survey.answered} из {of.survey.asked}."


def page(of: Results, zone: ZoneInfo) -> str:
    survey = of.round.survey
    head = (
        f"<b>{safe(of.round.form.title)}</b>: результаты без имён\n"
        f"Анкета {_closed(of.round, zone)}. {tally_words.response(survey.asked, survey.answered)}"
    )
    if not of.round.is_enough:
        return (
            f"{head}\n\nМало ответов (меньше {survey.threshold}): чтобы никого нельзя было угадать, результаты не "
            "показываются."
        )
    return "\n\n".join([head, *(question(each) for each in of.questions)]) + pages(of.number, of.pages)


def round_label(of: Round, zone: ZoneInfo) -> str:
    return f"{_closed(of, zone).capitalize()}, ответов {of.survey.answered}"


def comments_label(count: int) -> str:
    return f"{COMMENTS} ({count})"


def comments(of: Round, found: Sequence[Comments]) -> list[str]:
    """All of them, each a page; in the order of the letters, which says nothing of who came first."""
    head = f"<b>{safe(of.form.title)}</b>: ответы словами, вперемешку"
    lines = [
        [f"<b>{safe(each.title)}</b> ({people(len(each.texts))})", *(f"• {safe(text[:PIECE])}" for text in each.texts)]
        for each in found
    ]
    return [each.text for each in by_pages(head, head, lines)]


def no_comments() -> str:
    return "Ответов словами здесь нет, или их слишком мало, чтобы показать."


def gone() -> str:
    return "Таких результатов нет: анкета ещё идёт, или её больше нет."
