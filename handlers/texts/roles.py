"""Roles with rights: what they are called, what they open, taking one back."""

from collections.abc import Iterable, Mapping

from handlers.texts.common import people, safe, stop
from mentoring.roles import Taking
from storage.vocabulary import Role

CHANGE = "Роль"
TAKE_BACK_YES = "Да, снять роль"
YES_WITH_RIGHTS = "Да, впустить с этой ролью"

NAMES: Mapping[Role, str] = {
    Role.COORDINATOR: "координатор",
    Role.DEPUTY: "заместитель координатора",
    Role.DIRECTOR: "директор",
    Role.PSYCHOLOGIST: "педагог-психолог",
    Role.TEACHER: "педагог",
}
_OPENS: Mapping[Role, str] = {
    Role.COORDINATOR: "видит все запросы и карточки, впускает людей, уничтожает данные",
    Role.DEPUTY: "видит все запросы и карточки, впускает людей, уничтожает данные",
    Role.DIRECTOR: "видит сводку без имён",
    Role.PSYCHOLOGIST: "принимает обращения за поддержкой",
}


def named(roles: Iterable[Role]) -> str:
    return ", ".join(NAMES[role] for role in roles)


def _explained(roles: Iterable[Role]) -> str:
    return "\n".join(f"• {NAMES[role]}: {_OPENS.get(role, 'отвечает на вопросы бота')}" for role in roles)


def let_in_ask(typed: str, listed: str, roles: Iterable[Role]) -> str:
    return (
        f"Имя «{typed}» человек набрал сам. В списке {listed} — с ролью, с ней он получит права:\n"
        f"{_explained(roles)}\n\nВпускайте, только если знаете, что это {listed}: спросите лично или по телефону."
    )


def let_in_invited_ask(who: str, roles: Iterable[Role]) -> str:
    return f"{safe(who)}, права:\n{_explained(roles)}\n\nСпросите лично или по телефону: открыть мог посторонний."


def of_person(who: str, roles: Iterable[Role]) -> str:
    return f"<b>{who}</b>\n\n{_explained(roles)}\n\nСнятая роль перестаёт действовать сразу, человек остаётся в списке."


def take_back(role: Role) -> str:
    return f"Снять роль: {NAMES[role]}"


def take_back_ask(who: str, of: Taking, *, own: bool) -> str:
    left = "" if of.left is None else f"\n\nВести программу в боте после этого будут: {people(of.left)}."
    mine = " Это ваша роль: меню координатора у вас закроется." if own else ""
    return (
        f"Снять роль «{NAMES[of.role]}»: {who}?{mine} Подействует сразу. Снова дать её можно "
        f"списком сотрудников с этой ролью.{left}"
    )


def taken_back(role: Role) -> str:
    return f"Роль снята: {NAMES[role]}."


def taken_from_you(role: Role, by: str) -> str:
    who = f" Это сделал координатор {stop(safe(by))}" if by else ""
    return (
        f"С вас снята роль: {NAMES[role]}.{who} Если вас не предупреждали, позвоните директору и тому, кто установил бота: "
        "чужой человек мог войти под именем коллеги."
    )


def nothing() -> str:
    return "Этой роли у человека уже нет."


def last() -> str:
    return (
        "Других координаторов в боте нет, без них программой никто не сможет управлять. Сначала пришлите в «Люди» "
        "список, где у коллеги роль «координатор», и дайте личную ссылку; когда коллега войдёт, роль можно снять."
    )
