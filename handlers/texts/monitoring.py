"""Monitoring of the year: which surveys have been answered, start against end, the draft of the SWOT."""

from collections.abc import Sequence

from handlers.texts.common import safe
from handlers.texts.reading import PIECE, by_pages
from mentoring.monitoring import Wave
from mentoring.papers import monitoring_words as words
from mentoring.papers.monitoring_values import ComparedPaper, Letter
from mentoring.rules.comparison import Circle, Compared
from mentoring.rules.swot import Group

TITLE = "Мониторинг"
COMPARED = "Старт и итог"
COMPARED_BUTTONS = {
    Circle.MENTEES: "Старт и итог: наставляемые",
    Circle.MENTORS: "Старт и итог: наставники",
}
SWOT = "Черновик SWOT"
PAPER = "Справка в Word"
NEW_LINE = "\n"


def overview(of: Sequence[Wave]) -> str:
    head = f"<b>{TITLE}</b>, этот учебный год"
    if not of:
        return (
            f"{head}\n\nОтветов на анкеты мониторинга пока нет. Откройте анкету в списке и нажмите «Попросить ответить»; "
            "ответы без имён появятся здесь, когда анкета закроется."
        )
    lines = "\n".join(f"• {safe(each.form.title)}: {words.response(each.response)}" for each in of)
    return (
        f"{head}\n\n{lines}\n\nСправка в Word соберёт для отчёта ответы, сравнение старта и итога и черновик SWOT. Имён в "
        "ней нет; где ответов мало, так и сказано."
    )


def compared(of: ComparedPaper) -> str:
    start, end = words.heads(of)
    head = f"<b>{words.title(of)}</b>\n{start}\n{end}"
    if not of.lines:
        return f"{head}\n\nСравнение появится, когда будут ответы и на старте, и в итоге."
    return "\n\n".join([head, *(_line(each) for each in of.lines), f"<i>{words.OF_GROUPS}</i>"])


def _line(of: Compared) -> str:
    return f"<b>{safe(of.question.title)}</b>\n{words.line(of)}"


def nothing_to_compare() -> str:
    return "Сравнивать здесь пока нечего: нужны ответы и на старте, и в итоге."


def swot(of: Sequence[Letter]) -> list[str]:
    """Each a page; what people have said stands without names, in the order of the letters."""
    head = f"<b>{SWOT}</b>\nСлова людей и ваши собственные, без имён. Править удобно в справке Word."
    letters = [_letter(each, first=each is of[0]) for each in of]
    return [each.text for each in by_pages(head, f"<b>{SWOT}</b>", letters, between="\n")]


def _letter(of: Letter, *, first: bool) -> Sequence[str]:
    title = f"{'' if first else NEW_LINE}<b>{words.LETTERS[of.of]}</b>"
    groups = [line for group in of.groups for line in _group(group)]
    return [title, *(groups or [f"<i>{words.EMPTY}.</i>"])]


def _group(of: Group) -> Sequence[str]:
    title = f"<i>{safe(of.title)}</i>"
    if of.hidden:
        return [f"{title} — {words.hidden(of)}"]
    return [title, *(f"• {safe(text[:PIECE])}" for text in of.texts)]


def paper_ordered() -> str:
    return "Справка придёт отдельным сообщением через несколько секунд."
