"""What the order on the regulation is filled with, apart from its number and date."""

from datetime import date, datetime

from mentoring import pair_paper_words, roadmap_paper, schools
from mentoring.documents import asked
from mentoring.documents.filled import Filled
from mentoring.documents.of_school import director_post
from mentoring.papers.office_words import day, inside, signed_name
from mentoring.papers.pair_values import School as PaperSchool
from mentoring.papers.roadmap_values import RoadmapActivity, RoadmapStage
from mentoring.papers.roadmap_words import shown, term
from mentoring.papers.templates.fields import Values
from mentoring.rules.stage_status import State
from mentoring.rules.text import fold
from mentoring.schools import Field
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind

KIND = DocumentKind.ORDER_REGULATION
TITLE = "Положение о системе наставничества педагогических работников"
GROUNDS = (
    "статья 351.8 Трудового кодекса РФ; письмо Минпросвещения России и Профсоюза образования от 21.12.2021 "
    "№ АЗ-1128/08 / 657"
)
_NONE = frozenset({"нет", "-"})


async def gather(tx: Tx, school_id: int, _about: str, now: datetime) -> Filled:
    school = await pair_paper_words.school(tx, school_id)
    details = await schools.details(tx, school_id)
    said = {**_defaults(school.school_year), **await asked.kept(tx, school_id, school.school_year, KIND)}
    typed = {each.field: asked.shown(each, said.get(each.field, "")) for each in asked.asked_of(KIND)}
    paper = await roadmap_paper.gather(tx, school_id, now)
    values = {
        **typed,
        "школа.полное_название": school.full_name,
        "школа.город": school.city,
        "учебный_год": f"{school.school_year}/{school.school_year + 1}",
        "основания": _grounds(details.get(Field.GROUNDS, ""), details.get(Field.REGIONAL_ACT, "")),
        "куратор.имя": school.coordinator,
        "куратор.должность": inside(details.get(Field.COORDINATOR_POST, "") or school.coordinator_post),
        "директор.должность": director_post(details),
        "директор.подпись": signed_name(school.director) if school.director else "",
        "дорожная_карта": [_stage(each) for each in paper.stages],
        "ознакомление": _acquainted(school, typed),
    }
    unsettled = () if Field.REGIONAL_ACT in details else (Field.REGIONAL_ACT,)
    return Filled(values, known=said, unsettled=unsettled)


def _defaults(school_year: int) -> dict[str, str]:
    return {"положение.название": TITLE, "итоги.срок": date(school_year + 1, 5, 31).isoformat()}


def _grounds(typed: str, regional: str) -> str:
    """The regional act comes last; «нет» is an answer."""
    return "; ".join(each for each in (typed or GROUNDS, "" if fold(regional) in _NONE else regional) if each)


def _stage(of: RoadmapStage) -> Values:
    """What is only proposed is a blank for a hand."""
    responsible = shown(of.responsible) if of.confirmed else ""
    return {
        "номер": str(of.number),
        "название": shown(of.title),
        "срок": term(of) if of.confirmed else "",
        "ответственный": responsible,
        "дела": [
            {
                "номер": f"{of.number}.{number}",
                "содержание": shown(each.text),
                "срок": _term(each, of),
                "ответственный": responsible,
                "результат": shown(each.result),
            }
            for number, each in enumerate(of.activities, start=1)
        ],
    }


def _term(of: RoadmapActivity, stage: RoadmapStage) -> str:
    if of.state is State.NOT_APPLICABLE:
        return "не требуется"
    if not stage.confirmed:
        return ""
    return f"до {day(of.due)}" if of.due else shown(of.due_words) or term(stage)


def _acquainted(school: PaperSchool, typed: Values) -> list[Values]:
    names = (school.coordinator, typed["сайт.ответственный"], typed["контроль.ответственный"])
    once = list(dict.fromkeys(name for name in names if name))
    return [{"номер": str(number), "имя": name} for number, name in enumerate(once, start=1)]
