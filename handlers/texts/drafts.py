"""A questionnaire's draft: what would change, the preview, the trial, the publication; and a file with mistakes."""

from collections.abc import Mapping, Sequence
from itertools import chain, repeat

from handlers.texts.common import people, plural, questions, safe
from mentoring.drafts import Draft, Kept, NotPublished, Published
from mentoring.papers import form_words
from mentoring.papers.values import FormRead
from mentoring.rules.forms.changes import Change, Changed, Changes

PREVIEW = "Посмотреть вопросы"
TRY = "Попробовать на себе"
TRY_AGAIN = "Попробовать ещё раз"
PUBLISH = "Опубликовать"
DROP = "Удалить черновик"
DROP_YES = "Да, удалить"
TO_DRAFT = "К черновику"
MARKED = "Отмечено в файле"
MOST_LINES = 12
LONGEST_QUESTION = 60
ROOM = 3000  # of the 4096 that a message holds

_CHANGES: Mapping[Change, str] = {
    Change.ADDED: "новый вопрос",
    Change.REMOVED: "вопрос убран",
    Change.KIND: "изменён вид ответа",
    Change.SCALE: "изменена шкала",
    Change.OPTIONS: "изменены варианты",
    Change.TEXT: "изменён текст",
    Change.RULES: "изменены условия или пояснения",
}
_KEPT: Mapping[Kept, str] = {
    Kept.NEW: "Файл прочитан, ошибок нет.",
    Kept.REPLACED: "Файл прочитан, ошибок нет. Прежний черновик заменён этим.",
    Kept.AGAIN: "Изменений нет: этот файл уже стал черновиком.",
    Kept.SAME: "Изменений нет: анкета в файле такая же, как сейчас у бота.",
}


def kept(of: Kept) -> str:
    return _KEPT[of]


def draft(of: Draft) -> str:
    """What would change, what it breaks, whom it concerns."""
    form = of.form
    parts = [
        f"<b>{safe(form.title)}</b>, черновик версии {form.version}\n{questions(len(form.questions)).capitalize()}.",
        _changes(of.changes) if of.changes else "Это новая анкета: её ещё никто не заполнял.",
    ]
    if of.changes and _may_be_reworded(of.changes):
        parts.append(_lost_code())
    if of.changes and of.changes.breaking:
        parts.append(_breaking(of.changes.breaking))
    if of.count.begun:
        parts.append(f"Сейчас в процессе: {people(of.count.begun)}. Кто начал, закончит прежнюю версию.")
    if of.outdated:
        parts.append(outdated())
    return "\n\n".join(parts)


def _changes(of: Changes) -> str:
    lines = [f"• {_CHANGES[each.change]}: «{_short(each)}»" for each in of.questions[:MOST_LINES]]
    if len(of.questions) > MOST_LINES:
        lines.append(f"• и ещё {plural(len(of.questions) - MOST_LINES, 'вопрос', 'вопроса', 'вопросов')}")
    if of.moved:
        lines.append("• изменён порядок вопросов")
    if of.frame:
        lines.append("• изменены название, вступление или время")
    return "Что изменится:\n" + "\n".join(lines)


def _may_be_reworded(of: Changes) -> bool:
    return {Change.ADDED, Change.REMOVED} <= {each.change for each in of.questions}


def _lost_code() -> str:
    return (
        "Один вопрос убран, другой добавлен. Если вы только поправили слова, возьмите файл кнопкой «Скачать Excel для правки» "
        "и правьте в нём: там есть коды, по ним бот узнаёт прежние ответы."
    )


def _short(of: Changed) -> str:
    text = of.question.title
    return safe(text if len(text) <= LONGEST_QUESTION else f"{text[: LONGEST_QUESTION - 1].rstrip()}…")


def _breaking(of: Sequence[Changed]) -> str:
    named = ", ".join(f"«{_short(each)}»" for each in of[:MOST_LINES])
    return (
        f"<b>Обратите внимание.</b> Ответы до и после нельзя будет сравнить: {named}. "
        "Если сравнение нужно, верните прежние варианты или шкалу."
    )


def outdated() -> str:
    return (
        "Пока черновик ждал, опубликована другая версия. Скачайте анкету ещё раз, перенесите изменения и пришлите файл."
    )


def preview(number: int, total: int) -> str:
    return f"<i>Просмотр, вопрос {number} из {total}</i>"


def question_before(number: int) -> str:
    return f"◀ Вопрос {number}"


def question_after(number: int) -> str:
    return f"Вопрос {number} ▶"


def preview_only() -> str:
    return f"Это просмотр. Чтобы ответить, нажмите «{TRY}»."


def condition(text: str) -> str:
    return f"<i>Показывается, если: {safe(text)}</i>" if text else ""


def trial() -> str:
    return "<b>ТЕСТ.</b> Ответы никуда не попадут."


def trial_over(*, more: bool) -> str:
    rest = f" Дополнительные вопросы, которые идут после отправки, покажет «{PREVIEW}»." if more else ""
    return f"<b>ТЕСТ закончен.</b> Ответы не сохранены и нигде не учтены.{rest}"


def publish_ask(version: int) -> str:
    return f"После ответа анкета станет версией {version}: её получит каждый, кто начнёт заполнять."


def published(of: Published) -> str:
    if of.version == 1:
        return (
            f"Опубликовано: «{safe(of.form.title)}», версия 1. Пока её никто не видит: нажмите «Попросить ответить». "
            "Дальше правьте файл, скачанный отсюда: в нём есть коды вопросов."
        )
    return (
        f"Опубликовано: «{safe(of.form.title)}», версия {of.version}. Кто уже начал, закончит прежнюю; "
        "прежние ответы не изменились."
    )


def not_published(of: NotPublished) -> str:
    return outdated() if of is NotPublished.OUTDATED else gone()


def gone() -> str:
    return "Этого черновика больше нет: он опубликован, удалён или заменён новым файлом."


def drop_ask(title: str, *, is_new: bool) -> str:
    stays = "Анкета исчезнет из списка: она ещё не опубликована." if is_new else "Опубликованная версия останется."
    return f"Удалить черновик анкеты «{safe(title)}»? {stays} Файл у вас тоже останется."


def dropped() -> str:
    return "Черновик удалён."


def mistakes(of: FormRead) -> str:
    """All of them while they fit; each is in the file that follows, too."""
    head = (
        f"Анкету пока не принять: {plural(len(of.problems) + of.more, 'место', 'места', 'мест')} нужно поправить. "
        "Следом придёт тот же файл: ячейки отмечены цветом, в примечаниях сказано, что исправить."
    )
    lines: list[str] = []
    for problem, heading in zip(of.problems, chain(of.headings, repeat("")), strict=False):
        line = f"• {safe(form_words.address(problem, heading))}. {safe(form_words.sentence(problem))}"
        if sum(map(len, lines)) + len(line) > ROOM:
            break
        lines.append(line)
    if left := len(of.problems) + of.more - len(lines):
        lines.append(f"• и ещё {left}: отмечено в файле.")
    return f"{head}\n\n" + "\n".join(lines)
