"""The roadmap's own words that both the chat and the papers need: who answers, what was counted, what proves it."""

from collections.abc import Mapping

from mentoring.rules.own_roadmap import Past
from mentoring.rules.roadmap import Counter
from mentoring.stages import ActivitySeen
from storage.evidence import Recorded
from storage.vocabulary import EvidenceKind, Role

ROLES: Mapping[Role, str] = {
    Role.COORDINATOR: "координатор",
    Role.DEPUTY: "заместитель координатора",
    Role.DIRECTOR: "директор",
    Role.PSYCHOLOGIST: "психолог",
    Role.TEACHER: "педагог",
}
PAST: Mapping[Past, str] = {
    Past.DONE: "сделано раньше, отмечено при загрузке дорожной карты",
    Past.DROP: "срок прошёл, при загрузке дорожной карты решено в этом году не делать",
}
_COUNTED: Mapping[Counter, str] = {
    Counter.PAPERS: "сдано бумажных согласий",
    Counter.REQUESTS: "ответили",
    Counter.MENTEES: "в банке",
    Counter.MENTOR_FORMS: "ответили",
    Counter.MENTORS: "готовы быть наставниками",
    Counter.PAIRS: "в приказах",
    Counter.PROGRAMMES: "утверждено программ",
    Counter.PRACTICES: "принято карточек в копилку",
}


def counted(of: ActivitySeen) -> str:
    """«ответили: 5 из 24»; nothing where nobody was counted."""
    if of.counted is None or of.activity.counter is None or not (of.counted.done or of.counted.of):
        return ""
    total = "" if of.counted.of is None else f" из {of.counted.of}"
    return f"{_COUNTED[of.activity.counter]}: {of.counted.done}{total}"


def proof(of: Recorded) -> str:
    """«Документ № 5 от 31.08.2026», as somebody recorded it."""
    dated = f" {of.dated_on:%d.%m.%Y}" if of.dated_on else ""
    match of.kind:
        case EvidenceKind.DOCUMENT:
            return f"Документ № {of.number}" + (f" от{dated}" if dated else "")
        case EvidenceKind.EVENT:
            said = f", {of.words}" if of.words else ""
            return f"Прошло{dated}{said}" + (f", протокол № {of.number}" if of.number else "")
        case EvidenceKind.NOT_APPLICABLE:
            return f"Не требуется: {of.words}"
    return of.words
