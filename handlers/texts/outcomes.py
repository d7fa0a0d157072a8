"""What a finished form says."""

TO_PAPERS = "К бумагам"


def asked() -> str:
    return "Вопрос передан координатору. Ответ придёт сюда же."


def replied() -> str:
    return "Ответ отправлен."


def replied_already() -> str:
    return "На этот вопрос уже ответили."


def person_added() -> str:
    return "Человек добавлен в список."


def changed() -> str:
    return "Записано."


def no_consent() -> str:
    return "Согласия этого человека сейчас нет, поэтому ответы не записываются."
