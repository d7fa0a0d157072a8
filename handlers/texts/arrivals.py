"""Coming in: the first words, consent, leave to write, waiting."""

from collections.abc import Mapping
from datetime import date

from handlers.texts.common import full_day, safe, stop
from mentoring.rules.names import first_and_patronymic
from storage.vocabulary import ConsentDecision


def not_valid() -> str:
    return "Ссылка или код не подходят: возможно, уже использованы или устарели. Попросите у координатора новые."


def wrong_code() -> str:
    return "Код не подошёл. Проверьте буквы и цифры и отправьте ещё раз или возьмите у координатора новый."


def too_many_codes() -> str:
    return (
        "В этот час коды больше не принимаются: было три ошибки подряд. "
        "Можно попросить координатора впустить вас без кода."
    )


KNOCK = "Попросить координатора впустить"


def which_school() -> str:
    return (
        "В какую школу вы идёте? Напишите её название, можно с городом, например: Школа № 12, Казань. "
        "Просьбу увидит координатор этой школы."
    )


def no_such_school() -> str:
    return (
        "Школа с таким названием не нашлась. Проверьте название и напишите его ещё раз, как в документах или коротко, "
        "можно с городом. Точное название знает координатор вашей школы."
    )


def several_schools() -> str:
    return "Так называется не одна школа. Напишите название вместе с городом, например: Школа № 12, Казань."


def too_many_guesses() -> str:
    return "Попыток было слишком много. Попробуйте через час или возьмите у координатора вашей школы личную ссылку."


THAT_IS_ME = "Да, это я"
NOT_ME = "Нет, я только проверяю ссылку"


def is_it_you(full_name: str) -> str:
    return (
        f"Вы — {safe(full_name)}? Это личная ссылка этого человека. Если это вы, бот запишет вас под этим именем. "
        "Если вы проверяете ссылку для коллеги, нажмите «Нет»: она останется рабочей."
    )


def already_in(school: str) -> str:
    return f"Вы уже участвуете: {stop(safe(school))} Ссылка не понадобилась."


def who_we_are(school: str, full_name: str) -> str:
    """By name: a slip may have come into the wrong hands, and that is better seen now than after the answers."""
    name = first_and_patronymic(full_name)
    hello = f"Здравствуйте, {safe(name)}!" if name else "Здравствуйте!"
    return f"{hello} Это бот наставничества, {safe(school)}: какая помощь вам нужна? Это не проверка."


def consent(short: str, before: ConsentDecision | None) -> str:
    return f"{_ASKED_AGAIN.get(before, '')}{safe(short)}"


_ASKED_AGAIN: Mapping[ConsentDecision | None, str] = {
    ConsentDecision.GIVEN: "Текст согласия обновился, поэтому спрашиваем снова.\n\n",
    ConsentDecision.LAPSED: "Срок прежнего согласия закончился, поэтому спрашиваем снова.\n\n",
}


def consent_full(text: str) -> str:
    return safe(text)


def consented() -> str:
    return (
        "Спасибо, отмечено. Это предварительное согласие: бумажный бланк подготовит координатор, "
        "паспортные данные и подпись вы впишете от руки. Отозвать согласие можно в «Мои данные»."
    )


def declined() -> str:
    return (
        "Хорошо. Мы ничего не сохранили, кроме отметки об отказе. Если передумаете, нажмите «Начать». "
        "Координатор увидит только, что бот вам не подходит, участвовать можно на бумаге."
    )


def contact() -> str:
    return (
        "Можно ли боту писать вам первым? Например, напомнить о незаконченной анкете: "
        "в рабочие дни с 14 до 18, не чаще раза в день. Это отдельно и необязательно."
    )


ALLOW = "Да, можно напоминать"
REFUSE = "Нет, напишу сам(а)"


def contact_allowed() -> str:
    return "Хорошо, бот сможет напоминать. Выключить это можно в «Мои данные»."


def contact_refused(*, coordinates: bool) -> str:
    return f"Хорошо, первым бот писать не будет. Вы можете написать сюда в любое время.{still_told(coordinates)}"


def still_told(coordinates: bool) -> str:
    """What stopping does not stop."""
    return " Об отзыве согласия бот сообщит всё равно: данные нужно уничтожить в срок." if coordinates else ""


def waiting(full_name: str) -> str:
    return (
        f"Спасибо! Записано: <b>{safe(full_name)}</b>.\n\n"
        "Координатор увидит вашу просьбу и подтвердит, что вы работаете в школе. После этого бот напишет сюда."
    )


def let_in(school: str) -> str:
    return f"Координатор подтвердил: вы в программе, {stop(safe(school))} Можно начинать."


def not_let_in() -> str:
    return "Координатор не нашёл вас среди сотрудников школы. Если это ошибка, подойдите к координатору лично."


def notice() -> str:
    return (
        "Telegram — иностранный мессенджер: можно ли школе вести в нём эту работу, решает директор с юристом учредителя. "
        "Не пересылайте сюда паспортные данные, адреса, сведения о здоровье и об учениках."
    )


def notice_full() -> str:
    return (
        "Закон ограничивает использование Telegram государственными и муниципальными организациями, а передачу через "
        "него персональных данных при выполнении государственного задания запрещает (149-ФЗ, ст. 10; 41-ФЗ, ст. 15). "
        "Решение о том, можно ли вашей школе использовать этого бота, принимает руководитель вместе с юристом учредителя.\n\n"
        "Базу и резервные копии нужно хранить на сервере в России. Участие через бота добровольно: для тех, кто не "
        "пользуется Telegram, есть бумажный способ. Проверьте тексты у юриста учредителя."
    )


def welcome_coordinator(school: str) -> str:
    """The operator may have named the school."""
    if school:
        return f"Вы координатор программы наставничества: {stop(safe(school))} Остался один вопрос."
    return "Вы координатор программы наставничества. Осталось назвать школу: два вопроса."


def school_ready(name: str, short: str, zone: str, *, zone_known: bool) -> str:
    doubt = (
        ""
        if zone_known
        else " Города нет в нашем списке, поэтому взято московское время: проверьте его в «Настройках»."
    )
    return (
        f"Готово: {safe(name)}, коротко «{safe(short)}». Часовой пояс: {stop(zone)}{doubt} "
        "Остальное можно поменять в «Настройках».\n\nТеперь добавьте людей: пришлите список сотрудников из Excel."
    )


def withdraw_ask(*, alone: bool) -> str:
    warning = (
        "Вы в школе единственный координатор: вести программу станет некому. "
        "Сначала попросите того, кто установил бота, пригласить заместителя.\n\n"
        if alone
        else ""
    )
    return (
        f"Отозвать согласие на обработку данных?\n\n{warning}Бот сразу перестанет писать и скроет ваши ответы. "
        "Уничтожит их координатор, а на 25-й день сам бот. В подписанных приказах фамилия останется."
    )


def withdrawn(on: date, destroyed_by: date) -> str:
    return (
        f"Согласие отозвано {full_day(on)}. Сообщения больше не придут. Ваши ответы и профиль будут уничтожены "
        f"до {full_day(destroyed_by)}. В уже подписанных приказах ваша фамилия останется: это документы школы."
    )


def declined_before() -> str:
    return "Без согласия бот ни о чём не спрашивает. Если передумаете, нажмите «Начать»."
