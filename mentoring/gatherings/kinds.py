"""What an event of each kind is called, and what is spoken of there unless the coordinator writes otherwise."""

from collections.abc import Mapping

from storage.vocabulary.gatherings import GatheringKind

NAMES: Mapping[GatheringKind, str] = {
    GatheringKind.SESSION: "Установочная сессия наставников",
    GatheringKind.CONSULTATION: "Консультация",
    GatheringKind.SEMINAR: "Семинар",
    GatheringKind.CONFERENCE: "Школьная конференция",
    GatheringKind.ROUND_TABLE: "Круглый стол",
}
OF: Mapping[GatheringKind, str] = {  # whose minutes they are
    GatheringKind.SESSION: "установочной сессии наставников",
    GatheringKind.CONSULTATION: "консультации",
    GatheringKind.SEMINAR: "семинара",
    GatheringKind.CONFERENCE: "школьной конференции",
    GatheringKind.ROUND_TABLE: "круглого стола",
}
CALLS = frozenset({GatheringKind.CONFERENCE, GatheringKind.ROUND_TABLE})  # for talks, from the beginning

EXCHANGE = "Обмен опытом"
_SESSION = (
    "Роль и границы наставника",
    "Как составить персонализированную программу",
    "Посещение и разбор урока",
    "Документы: согласие, дополнительное соглашение, данные",
    EXCHANGE,
)
_END = (
    "Итоги мониторинга",
    "Лучшие практики",
    "Что изменить",
    "Предложения на следующий год",
    "Чествование наставников",
)
AGENDAS: Mapping[GatheringKind, tuple[str, ...]] = {
    GatheringKind.SESSION: _SESSION,
    GatheringKind.CONSULTATION: ("Вопросы участников",),
    GatheringKind.SEMINAR: (EXCHANGE, "Ответы на вопросы"),
    GatheringKind.CONFERENCE: _END,
    GatheringKind.ROUND_TABLE: _END,
}
# What a mentor may wish to be prepared for, as an item of the agenda.
TRAININGS: Mapping[str, str] = {
    "role": _SESSION[0],
    "program": _SESSION[1],
    "visit": _SESSION[2],
    "law": _SESSION[3],
    "feedback": "Как давать обратную связь",
    "motive": "Как поддержать и мотивировать",
}
