"""Results of a questionnaire: the counts of each question, the versions, what was ordered."""

from handlers.texts.common import pages, safe
from mentoring.papers import tally_words
from mentoring.rules.tally import Tally, shown
from mentoring.tallies import Results

RESULTS = "Результаты"
PICTURE = "Картинкой"
BOOK = "Скачать Excel"
BACK = "К результатам"


def version(number: int, handed_in: int) -> str:
    return f"Версия {number}: ответов {handed_in}"


def page(of: Results) -> str:
    head = f"<b>{safe(of.form.title)}</b>: результаты"
    begun = f" Начали и не отправили: {of.edition.begun}." if of.edition.begun else ""
    if not of.edition.handed_in:
        return f"{head}\n\nОтветов пока нет.{begun} Как только кто-нибудь отправит анкету, результаты появятся здесь."
    invited = f"\n{tally_words.response(of.invited.asked, of.invited.answered)}" if of.invited else ""
    parts = [f"{head}\nВерсия {of.edition.version}. Ответов: {of.edition.handed_in}.{begun}{invited}"]
    parts += (question(each) for each in of.tallies)
    if of.private and of.number + 1 >= of.pages:
        parts.append(f"<i>Личных вопросов: {of.private}. Ответы на них только в таблице Excel.</i>")
    return "\n\n".join(parts) + pages(of.number, of.pages)


def question(of: Tally) -> str:
    lines = [f"<b>{safe(tally_words.heading(of))}</b>"]
    if of.found is None:
        skipped = f" {tally_words.answered(of)}" if of.skipped else ""
        return f"{lines[0]}\n{tally_words.NOBODY}{skipped}"
    chosen, left = shown(of)
    lines += (safe(tally_words.line(each, of.answered)) for each in chosen)
    lines += [tally_words.left_out(left)] if left else []
    lines += (f"<i>{safe(each)}</i>" for each in (tally_words.ends(of.question), tally_words.numbers(of)) if each)
    lines += [f"<i>{tally_words.answered(of)}</i>"] if tally_words.answered(of) else []
    return "\n".join(lines)


def chart_ordered() -> str:
    return "Картинка придёт отдельным сообщением через несколько секунд."


def book_ordered() -> str:
    return "Таблица придёт отдельным сообщением через несколько секунд."


def gone() -> str:
    return "Такой анкеты больше нет, результатов у неё тоже."
