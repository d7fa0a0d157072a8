"""What schools' roadmaps leave unsaid, asked of the coordinator."""

from collections.abc import Mapping, Sequence
from datetime import date

from handlers.texts.common import day, safe
from mentoring.rules.roadmap import Stage
from mentoring.rules.roadmap_choices import Question
from mentoring.stage_words import ROLES
from storage.vocabulary import Open, Role

_CAPITAL: Mapping[Role, str] = {role: f"{words[0].upper()}{words[1:]}" for role, words in ROLES.items()}


def ask(of: Question, number: int, total: int, chosen: str | None) -> str:
    before = f"\n\nСейчас: {safe(choice(of, chosen))}." if chosen else ""
    return f"<b>Дорожная карта: что в ней не сказано</b>\n{number} из {total}\n\n{_asked(of)}{before}"


def _asked(of: Question) -> str:
    match of.open:
        case Open.YEAR:
            return (
                f"{_stages(of.stages)} идут «в течение учебного года»: у такого срока нет конца, о нём не напомнить. "
                "До какого дня считаем учебный год?"
            )
        case Open.RESPONSIBLE:
            return f"{_stage(of)}: ответственный в дорожной карте не назван. Кто отвечает и кому напоминать?"
        case Open.PARTICIPANTS:
            return (
                f"{_stage(of)}: ответственными названы наставники и наставляемые. Но в банках личные данные коллег, "
                "поэтому выбирать по ним участники не могут: они только отвечают на предложения. Кто ведёт отбор?"
            )
        case Open.PERIOD:
            return f"{_stage(of)}: срок «{safe(of.stages[0].term.lower())}». Какие дни считаем отчётным периодом?"
        case Open.WANTED:
            return (
                f"{_stage(of)}: такого этапа в дорожных картах школ обычно нет, а в типовой он есть: "
                "раздел сайта и отчёт года. Добавить его?"
            )


def _stages(of: Sequence[Stage]) -> str:
    return "Этапы " + ", ".join(f"«{safe(stage.title)}»" for stage in of)


def _stage(of: Question) -> str:
    return f"Этап «{safe(of.stages[0].title)}»"


def choice(of: Question, chosen: str) -> str:
    """As it stands on a button."""
    match of.open:
        case Open.YEAR:
            return f"До {day(date.fromisoformat(chosen))}"
        case Open.PERIOD:
            starts, ends = chosen.split("/")
            return f"{day(date.fromisoformat(starts))} – {day(date.fromisoformat(ends))}"
        case Open.WANTED:
            return "Да, добавить" if chosen == "1" else "Нет, не нужен"
    return _CAPITAL[Role(chosen)]


def all_decided() -> str:
    return "На все вопросы есть ответ. Теперь проверьте и подтвердите сроки."


def decided() -> str:
    return "Записано."


def first_questions(count: int) -> str:
    return f"Сначала ответьте на вопросы, их {count}: без этого сроки не подтвердить."
