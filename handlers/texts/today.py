"""«Сегодня»: what is behind, in lines that say what to do."""

from collections.abc import Sequence

from handlers.texts.common import label_of, people, plural, safe
from handlers.texts.menu import PEOPLE, TODAY
from handlers.texts.people import label
from handlers.texts.stages import stage_line
from mentoring.rules.names import short_name
from mentoring.stages import ActivitySeen, YearSeen
from mentoring.today import Today

APPROVALS = "Впустить в программу"
ERASURES = "Уничтожить данные"
SILENT = "Кто не ответил"
ROADMAP = "Сроки этапов"
INVITES = "Пригласить"
MATERIALS = "Материалы"
EMPTY = "Список людей пока пуст. Начните с кнопки «Люди»."
MOST = 5  # lines of what comes unasked
DONE = "Всё сделано, ждать нечего."


def short(of: Today) -> str:
    """One or two lines for the menu."""
    if not of.people.asked:
        return EMPTY
    mentors = f"\nГотовы быть наставниками: {of.mentors.ready}, мест: {of.mentors.places}." if of.mentors.ready else ""
    return f"Запросов получено: {of.people.answered} из {of.people.asked}.{mentors}"


def full(of: Today) -> str:
    return _listed(of, lines(of))


def brief(of: Today) -> str:
    """The same as it comes unasked."""
    return _listed(of, first(of))


def _listed(of: Today, listed: Sequence[str]) -> str:
    rest = DONE if of.people.people else EMPTY
    return "<b>Сегодня</b>\n\n" + ("\n".join(f"• {line}" for line in listed) or rest)


def first(of: Today) -> list[str]:
    """What comes unasked is read at a glance: the most pressing, and how much more there is."""
    every = lines(of)
    more = len(every) - MOST
    return [*every[:MOST], f"Ещё дел: {more}, все в «{TODAY}»"] if more > 1 else every


def lines(of: Today) -> list[str]:
    """The most pressing first."""
    counts = of.people
    return [
        line
        for count, line in (
            (counts.withdrawn, f"Отозвали согласие, нужно уничтожить данные: {people(counts.withdrawn)}"),
            (of.copies_are_late, "Резервной копии базы нет больше двух дней, скажите тому, кто следит за сервером"),
            (of.left_soon, f"Ушли из школы, данные скоро уничтожатся: {people(of.left_soon)}"),
            (counts.waiting, f"Ждут подтверждения: {people(counts.waiting)}"),
            (_overdue_count(of), f"Просрочено по дорожной карте: {_overdue_count(of)}"),
            (len(of.second_tries), f"По приглашению пытались войти ещё раз: {people(len(of.second_tries))}"),
            (of.questions, f"Вопросы без ответа: {of.questions}"),
            (of.on_paper, f"Говорят, что сдали запрос на бумаге, его нужно внести: {people(of.on_paper)}"),
            (of.silent_after_all, f"Молчат после трёх напоминаний, лучше подойти: {people(of.silent_after_all)}"),
            (counts.unseen, f"Новые запросы: {counts.unseen}"),
            *_of_mentors(of),
            *_of_pairs(of),
            *_of_events(of),
            (of.practices, f"Новые карточки практик: {of.practices}"),
            (of.promised, f"Обещали в анкете карточку практики, её пока нет: {people(of.promised)}"),
            (counts.without_account, f"Ещё не вошли в бот: {people(counts.without_account)}"),
            (counts.undecided, f"Вошли, но не ответили про согласие: {people(counts.undecided)}"),
            (counts.declined, f"Отказались от бота, участвуют на бумаге: {people(counts.declined)}"),
            (counts.unreachable, f"Нет связи, бот у них остановлен: {people(counts.unreachable)}"),
            (counts.not_begun, f"Ещё не начали запрос: {people(counts.not_begun)}"),
            (counts.begun, f"Начали запрос и не отправили: {people(counts.begun)}"),
            (of.papers_missing, f"Нет бумажного согласия: {people(of.papers_missing)}"),
            (
                of.dates_to_confirm,
                f"Не подтверждены сроки этапов: {of.dates_to_confirm}. "
                "Пока они не подтверждены, бот по ним никому не напоминает",
            ),
        )
        if count
    ]


def _overdue_count(of: Today) -> int:
    return len(of.roadmap.overdue) if of.roadmap else 0


def overdue(of: ActivitySeen) -> str:
    """The button that leads to what is late."""
    return label_of(f"Просрочено: {of.activity.text}")


def _of_mentors(of: Today) -> tuple[tuple[int, str], ...]:
    return (
        (of.mentors.unseen, f"Новые и изменённые анкеты наставников: {of.mentors.unseen}"),
        (of.mentors_silent, f"Не ответили на анкету наставника: {people(of.mentors_silent)}"),
    )


def _of_pairs(of: Today) -> tuple[tuple[int, str], ...]:
    counts = of.pairs
    return (
        (counts.back, f"Отказы и предложения без ответа: {counts.back}"),
        (counts.agreed, f"Пары согласны, нужен приказ: {counts.agreed}"),
        (counts.leaving, f"Наставник уходит, нужна замена: {counts.leaving}"),
        (of.programmes, f"Программы ждут утверждения: {of.programmes}"),
        (of.care.fits, f"Сомневаются, подходит ли пара: {people(of.care.fits)}"),
        (of.care.not_begun, f"Первой встречи ещё не было, срок прошёл, пар: {of.care.not_begun}"),
        (of.care.silent, f"Давно нет отметок о встречах, пар: {of.care.silent}"),
        (counts.waiting, f"Ждут наставника без пары: {people(counts.waiting)}{_longest(of)}"),
        (of.long_without_pair, f"Без пары дольше 10 рабочих дней: {people(of.long_without_pair)}"),
        (of.care_wanted, f"Хотят консультацию или группу: {people(of.care_wanted)}"),
        (of.materials, f"Наставники предложили материалы: {of.materials}"),
        (of.areas_without, f"Темы из запросов, по которым нет материалов: {of.areas_without}"),
    )


def _of_events(of: Today) -> tuple[tuple[int, str], ...]:
    counts = of.gatherings
    return (
        (counts.talks, f"Предложены доклады, нужен ответ: {counts.talks}"),
        (counts.unmarked, f"Мероприятие прошло, не отмечено, кто был: {counts.unmarked}"),
        (counts.minutes, f"Нет номера протокола, мероприятий: {counts.minutes}"),
        (counts.tasks, f"Просрочены поручения: {counts.tasks}"),
    )


def care(of: Today) -> str:
    return _counted("К каким парам присмотреться", "", of.care.silent + of.care.not_begun + of.care.fits)


def _longest(of: Today) -> str:
    days = plural(of.longest_wait, "учебный день", "учебных дня", "учебных дней")
    return f", дольше всех {days}" if of.longest_wait else ""


def without_pair(of: Today) -> str:
    return _counted("Без пары", "", of.pairs.waiting)


def programmes(of: Today) -> str:
    return _counted("Программы", "утвердить", of.programmes)


def proposed_materials(of: Today) -> str:
    return f"Предложения наставников ({of.materials})"


def practices(of: Today) -> str:
    return _counted("Копилка практик", "новых", of.practices)


def pairs(of: Today) -> str:
    return _counted("Пары", "без пары", of.pairs.waiting)


def summary(school: str, of: Today) -> str:
    """The director's: numbers, no names."""
    counts = of.people
    return (
        f"<b>{safe(school)}, наставничество</b>\n\n"
        f"В списке: {people(counts.people)}\n"
        f"Согласие дали: {counts.consented}\n"
        f"Запросов получено: {counts.answered}, начато: {counts.begun}\n"
        f"Готовы быть наставниками: {of.mentors.ready}, мест: {of.mentors.places}\n"
        f"Пар в работе: {of.pairs.at_work}, согласовано: {of.pairs.agreed}, ждут пару: {of.pairs.waiting}\n"
        f"Бумажных согласий сдано: {counts.papers}\n"
        f"Вопросов без ответа: {of.questions}"
        f"{_roadmap(of.roadmap)}"
    )


def _roadmap(of: YearSeen | None) -> str:
    """Stage by stage, for whoever only reads."""
    if of is None:
        return ""
    lines = "\n".join(stage_line(each) for each in of.stages)
    return f"\n\n<b>Дорожная карта, {of.school_year}/{of.school_year + 1}</b>\n{lines}"


def bank(of: Today) -> str:
    return _counted("Банк наставляемых", "новых", of.people.unseen)


def mentors(of: Today) -> str:
    """With its counts: who is ready, and what is to be looked at."""
    counts = (("готовы", of.mentors.ready), ("новых", of.mentors.unseen))
    counted = ", ".join(f"{word}: {count}" for word, count in counts if count)
    return f"Банк наставников ({counted})" if counted else "Банк наставников"


def mentors_silent(of: Today) -> str:
    return _counted("Анкета наставника", "без ответа", of.mentors_silent)


def papers(of: Today) -> str:
    return _counted("Бумаги", "не сдано", of.papers_missing)


def questions(of: Today) -> str:
    return _counted("Вопросы", "", of.questions)


def approvals(of: Today) -> str:
    return _counted(APPROVALS, "", of.people.waiting)


def erasures(of: Today) -> str:
    return _counted(ERASURES, "", of.people.withdrawn + of.left_soon)


def second_try(full_name: str) -> str:
    return label(f"Повторный вход: {short_name(full_name)}")


def silent(of: Today) -> str:
    return _counted(SILENT, "", of.silent)


def unreachable(of: Today) -> str:
    return _counted(PEOPLE, "нет связи", of.people.unreachable)


def invites(of: Today) -> str:
    return _counted(INVITES, "не вошли", of.people.without_account)


def _counted(label: str, word: str, count: int) -> str:
    if not count:
        return label
    return f"{label} ({word}: {count})" if word else f"{label} ({count})"
