"""What the operator reads on the terminal before the first run against Telegram."""

YES = frozenset({"понятно", "да", "yes", "y"})


def notice() -> str:
    return (
        "Перед запуском. Telegram — иностранный мессенджер. Закон ограничивает его использование государственными "
        "и муниципальными организациями, а передачу через него персональных данных при выполнении государственного "
        "задания запрещает (149-ФЗ, ст. 10; 41-ФЗ, ст. 15). Решение о том, можно ли вашей школе использовать этого "
        "бота, принимает руководитель вместе с юристом учредителя. Храните базу и резервные копии на сервере в России. "
        "Не пересылайте через чат паспортные данные, адреса, сведения о здоровье и данные учеников. Участие через бота "
        "добровольно: для тех, кто не пользуется Telegram, оставьте бумажный способ. Отвечая «Понятно», вы подтверждаете, "
        "что решение принято в вашей организации. Проверьте тексты у юриста учредителя."
    )


def question() -> str:
    return "Напишите «Понятно», чтобы продолжить: "


def declined() -> str:
    return "the operator's notice was not acknowledged; the bot does not start"


def without_terminal() -> str:
    return "the operator's notice must be acknowledged: start once in a terminal, or set ACCEPT_NOTICE=yes after reading it in README"
