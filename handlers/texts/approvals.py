"""«Впустить»: who waits, whom of the list they may be."""

from collections.abc import Iterable

from handlers.texts.common import local_day, pages, people, safe
from handlers.texts.people import label
from handlers.texts.roles import named as named_roles
from mentoring.access import Member
from mentoring.approvals import Case, Newcomer
from mentoring.rules.names import short_name

AS_NEW = "Впустить как нового человека"
LET_IN = "Впустить"
ANOTHER = "Выбрать другого из списка"
REFUSE = "Не впускать"
IN_LIST, NOT_IN_LIST, KNOCKED, WITH_RIGHTS = "есть в списке", "проверьте", "без кода", "с правами"


def queue(total: int, number: int, of: int) -> str:
    if not total:
        return "<b>Впустить в программу</b>\n\nСейчас никто не ждёт."
    return (
        f"<b>Впустить в программу</b>\n\nЖдут: {people(total)}. «{IN_LIST}» — имя точно совпало "
        f"со списком сотрудников, «{NOT_IN_LIST}» — решите сами: имя не совпало, повторяется "
        f"или человек в списке — с особой ролью, «{WITH_RIGHTS}» — приглашение даёт роль, спросите лично, "
        f"«{KNOCKED}» — не было ни ссылки, ни верного кода."
        f"{pages(number, of)}"
    )


def line(of: Newcomer) -> str:
    if of.knocked:
        return label(short_name(of.full_name), KNOCKED)
    if of.rights:
        return label(short_name(of.full_name), WITH_RIGHTS)
    return label(short_name(of.full_name), IN_LIST if of.listed is not None else NOT_IN_LIST)


def let_in_all(count: int) -> str:
    return f"Впустить всех, кто есть в списке: {count}"


def let_in_all_ask(newcomers: Iterable[Newcomer]) -> str:
    listed = list(newcomers)
    named = "\n".join(safe(short_name(each.full_name)) for each in listed[:40])
    more = f"\nи ещё {len(listed) - 40}" if len(listed) > 40 else ""
    return f"Впустить {people_accusative(len(listed))}?\n\n{named}{more}"


def people_accusative(count: int) -> str:
    """«впустить 1 человека, 5 человек»."""
    return (
        f"{count} человека"
        if count % 10 in (1, 2, 3, 4) and count % 100 not in (11, 12, 13, 14)
        else f"{count} человек"
    )


def yes_all(count: int) -> str:
    return f"Да, впустить {people_accusative(count)}"


def others_now() -> str:
    return "Пока вы смотрели, список изменился, никто не впущен. Проверьте ещё раз."


def let_in(count: int) -> str:
    return f"Впущено: {people(count)}. Бот сообщит каждому." if count else settled()


def case(of: Case, member: Member) -> str:
    """The whole name: the coordinator compares it with the list."""
    asked = f"Просит впустить: <b>{safe(of.newcomer.full_name)}</b>, {local_day(of.newcomer.created_at, member.zone)}."
    if of.newcomer.knocked:
        asked += (
            "\n\n<b>Без ссылки и без кода:</b> человек несколько раз ошибся с кодом и назвал имя сам. "
            "Спросите лично, писал ли он боту, и только потом впускайте."
        )
    if theirs := of.rights.get(of.newcomer.id):
        way = "личному приглашению" if of.by_own_invitation else "приглашению"
        asked += f"\n\nВход по {way}, роль с правами: {named_roles(theirs)}. До вашего ответа прав нет."
    if of.by_own_invitation:
        return asked
    if not of.candidates:
        return f"{asked}\n\nПохожих в списке сотрудников нет."
    named = "\n".join(f"• {safe(each.full_name)}{_post(each.position)}{_rights(of, each.id)}" for each in of.candidates)
    return f"{asked}\n\nПохоже, это:\n{named}"


def _rights(of: Case, person_id: int) -> str:
    theirs = of.rights.get(person_id)
    return f". Роль с правами: {named_roles(theirs)}" if theirs else ""


def _post(position: str) -> str:
    return f", {safe(position)}" if position else ""


def this_is(name: str) -> str:
    return label(f"Это {name}")


def choose(full_name: str, number: int, of: int) -> str:
    return f"Кто из списка — <b>{safe(full_name)}</b>? Показаны те, кто ещё не вошёл.{pages(number, of)}"


def nobody_in_list() -> str:
    return "В списке не осталось людей без аккаунта."


def approved(full_name: str) -> str:
    return f"{safe(short_name(full_name))}: впущен(а), бот сообщит."


def settled() -> str:
    return "Уже решено: этот человек больше не ждёт."


def taken() -> str:
    return "У этого человека из списка уже есть аккаунт. Выберите другого."


def refuse_ask(of: Case) -> str:
    if of.by_own_invitation:
        return (
            f"Не впускать: {safe(of.newcomer.full_name)}? Этот аккаунт закроется, человек останется в списке: "
            "на карточке выдайте новую ссылку и передайте её лично."
        )
    return (
        f"Не впускать: {safe(of.newcomer.full_name)}? По этой ссылке человек больше не войдёт. Имя удалится "
        "сразу, отметка об отказе через 30 дней."
    )


def refused(*, stays: bool = False) -> str:
    return "Не впущен(а), в списке ничего не изменилось." if stays else "Не впущен(а), имя удалено."
