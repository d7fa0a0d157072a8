"""Whom an event is for: ticks, the preview of an invitation, answers, talks."""

from collections.abc import Mapping, Sequence

from handlers.texts import sending
from handlers.texts.announcements import BEYOND
from handlers.texts.common import cut, label_of, pages, people, room_of_each, safe
from handlers.texts.gatherings import name, when
from mentoring.gatherings import OnList
from mentoring.gatherings.inviting import Preview, Sent
from mentoring.gatherings.looking import PeoplePage, Seen
from storage.vocabulary.gatherings import Coming, Group, Talk

UNTICK_ALL = "Снять все галочки"
ACCEPT, THANK = "Принять", "Поблагодарить"
THANK_YES = "Да, поблагодарить"
IN_PERSON = "Кому сказать лично"


GROUPS: Mapping[Group, str] = {
    Group.MENTORS: "Добавить наставников",
    Group.MENTEES: "Добавить наставляемых",
    Group.PAIRS: "Добавить всех в парах",
    Group.EVERYBODY: "Добавить всех",
}


def whom(of: PeoplePage, seen: Seen) -> str:
    head = f"<b>Для кого</b>: {name(seen.gathering)}\nВ списке: {people(seen.numbers.listed)}."
    if not of.total:
        return f"{head}\n\nВ школе пока никого нет: людей добавляют кнопкой «Люди» в меню."
    return f"{head} Галочку можно поставить и снять; приглашённых убрать нельзя.{pages(of.number, of.pages)}"


def tick(named: str, of: OnList) -> str:
    return label_of(f"{'☑' if of.ticked else '☐'} {named}")


def already() -> str:
    return "Так уже отмечено"


def ticked() -> str:
    return "В списке"


def unticked() -> str:
    return "Не в списке"


def added(count: int) -> str:
    return f"Добавлено: {people(count)}." if count else "Добавлять больше некого: все уже в списке."


def preview(of: Preview) -> str:
    it = of.seen.gathering
    if of.seen.begun:
        return (
            f"<b>{name(it)}</b>, {when(it)}\n\nМероприятие уже началось или прошло: бот никому не напишет. "
            f"Записать его, чтобы отметить, кто был? В списке: {people(of.seen.numbers.listed)}."
        )
    return f"{_reached(of)}{_in_person(of)}"


def _reached(of: Preview) -> str:
    if not of.waiting:
        return "Приглашать некого: в списке никого нет или все уже приглашены."
    if not of.reached:
        return f"Бот не сможет написать никому из списка ({people(of.waiting)})."
    if of.when.at_once:
        return f"Приглашение получат сейчас: {people(of.reached)}."
    return (
        f"Приглашение получат {sending.moment(of.when)}: {people(of.reached)}. "
        "Бот пишет людям в рабочие дни с 14 до 18."
    )


def _in_person(of: Preview) -> str:
    if not of.beyond:
        return ""
    why = ", ".join(f"{BEYOND[each]}: {count}" for each, count in of.beyond)
    return f"\nСказать лично: {people(of.to_be_told)} ({why})."


def send_label(of: Preview) -> str:
    return "Записать" if of.seen.begun else f"Пригласить ({of.waiting})"


def in_person(count: int) -> str:
    return f"Кому сказать лично ({count})"


def sent(of: Sent) -> str:
    in_person_ = f" Сказать лично: {people(of.in_person)}." if of.in_person else ""
    if not of.told:
        return f"Записано.{in_person_}"
    at = "уходят" if of.when.at_once else f"уйдут {sending.moment(of.when)}"
    return f"Приглашения {at}: {people(of.told)}.{in_person_}"


def nobody_to_invite() -> str:
    return "Приглашать больше некого: все из списка уже приглашены."


_ANSWERS: Mapping[Coming, str] = {
    Coming.COMES: "будет",
    Coming.REFUSES: "не сможет",
    Coming.LATER: "скажет позже",
    Coming.SILENT: "ещё не ответил(а)",
}


def answers(of: PeoplePage, seen: Seen, named: Mapping[int, str]) -> str:
    lines = "\n".join(f"• {safe(named[each.id])}: {_answer(each)}" for each in of.lines)
    return f"<b>{name(seen.gathering)}</b>, {when(seen.gathering)}\n\n{lines or 'Пока никого.'}{pages(of.number, of.pages)}"


def _answer(of: OnList) -> str:
    return _ANSWERS[of.answer] if of.invited_at else "не приглашён(а)"


def talks(of: Sequence[OnList], named: Mapping[int, str]) -> str:
    if not of:
        return "<b>Доклады</b>\n\nПока никто не предложил выступление. Кнопка «Хочу выступить» есть у приглашённых."
    room = room_of_each(len(of), 150)
    lines = "\n".join(
        f"• {safe(named[each.id])}: «{safe(cut(each.talk, room))}»{_talk(each.talk_state)}" for each in of
    )
    return f"<b>Доклады</b>\n\n{lines}"


def _talk(of: Talk) -> str:
    return {Talk.OFFERED: ", ждёт ответа", Talk.ACCEPTED: ", принят", Talk.THANKED: ", автора поблагодарили"}.get(
        of, ""
    )


def talk_label(word: str, named: str) -> str:
    return label_of(f"{word}: {named}")


def thank_ask() -> str:
    return (
        "Поблагодарить и не ставить выступление в программу? Бот сразу скажет об этом автору, принять его потом нельзя."
    )


def talk_decided(*, done: bool) -> str:
    return "Записано, автору бот сказал." if done else "По этому докладу уже решено."
