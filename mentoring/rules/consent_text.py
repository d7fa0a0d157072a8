"""Consent to personal data: one wording for the paper sheet and for the chat, kept as data.

Any change of wording is a new version: the ledger of consents names the version and the hash of what
was shown.
"""

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import date

BLANK = "__________"
TO_PROCESSOR = "передача обработчику"


@dataclass(frozen=True, slots=True)
class Operator:
    """Who processes the data: the school, and whoever hosts the bot on its instruction, if anybody does."""

    name: str = ""
    address: str = ""
    processor_name: str = ""
    processor_address: str = ""

    @property
    def has_processor(self) -> bool:
        return bool(self.processor_name or self.processor_address)

    @property
    def missing(self) -> tuple[str, ...]:
        """What the sheet leaves blank, in words for the coordinator."""
        needed = [("название школы", self.name), ("адрес школы", self.address)]
        if self.has_processor:
            needed += [
                ("название обработчика данных", self.processor_name),
                ("адрес обработчика данных", self.processor_address),
            ]
        return tuple(what for what, value in needed if not value.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentText:
    """The elements that the law names (152-ФЗ, ст. 9 ч. 4), but those of a particular school and person."""

    version: int
    title: str
    purpose: str
    personal_data: tuple[str, ...]
    actions: tuple[str, ...]
    methods: str
    limits: str
    withdrawal: str


_TITLE = "Согласие на обработку персональных данных"
_ACTIONS = (
    "сбор",
    "запись",
    "систематизация",
    "накопление",
    "хранение",
    "уточнение",
    "извлечение",
    "использование",
    TO_PROCESSOR,
    "обезличивание",
    "блокирование",
    "удаление",
    "уничтожение",
)

# One for both banks: a teacher may stand in either, and what is not answered is not kept.
PARTICIPANT_CONSENT = ConsentText(
    version=2,
    title=f"{_TITLE} участника программы наставничества",
    purpose=(
        "организация и мониторинг наставничества педагогических работников: ведение банков наставляемых и наставников, "
        "подбор пар, подготовка программ и отчётов, рассылка напоминаний"
    ),
    personal_data=(
        "фамилия, имя, отчество",
        "должность",
        "преподаваемые предметы и уровни образования",
        "педагогический стаж (интервал)",
        "профессиональные запросы",
        "если я отвечаю на анкету наставника: квалификационная категория и направления, по которым могу помочь",
        "удобное время и формы работы",
        "сведения о наставнической паре, программе, встречах и мероприятиях",
        "ответы на анкеты программы",
        "идентификатор учётной записи в мессенджере, если я пользуюсь ботом",
    ),
    actions=_ACTIONS,
    methods="с использованием средств автоматизации и без них",
    limits="Распространение (публикация) этим согласием не разрешается.",
    withdrawal=(
        "Согласие можно отозвать в любое время: письменным заявлением на имя директора или через меню бота "
        "«Мои данные» с последующим подтверждением; после отзыва данные уничтожаются в срок до 30 дней, "
        "кроме тех, хранить которые обязывает закон."
    ),
)


def operator_words(operator: Operator) -> str:
    """«оператору: ОГБОУ …, адрес: …»: names stay in the nominative; what is not known is blank."""
    school = f"оператору: {_or_blank(operator.name)}, адрес: {_or_blank(operator.address)}"
    if not operator.has_processor:
        return school
    return (
        f"{school}, а также лицу, действующему по поручению оператора: {_or_blank(operator.processor_name)}, "
        f"адрес: {_or_blank(operator.processor_address)}"
    )


def action_words(text: ConsentText, operator: Operator) -> str:
    """The list of actions; with no processor there is nobody to hand the data to."""
    kept = (action for action in text.actions if operator.has_processor or action != TO_PROCESSOR)
    return ", ".join(kept)


def last_day(school_year: int) -> date:
    """Of a consent given in the school year that begins in this one."""
    return date(school_year + 1, 8, 31)


def term_words(school_year: int) -> str:
    """`school_year` is the year it begins in."""
    return term_until(str(last_day(school_year).year))


def term_until(year: str) -> str:
    return f"до 31 августа {year} года или до достижения цели, если она достигнута раньше"


def render_plain(text: ConsentText, operator: Operator, *, school_year: int) -> str:
    """«Прочитать текст»: everything the paper says but the passport lines, on one screen."""
    return "\n\n".join(
        (
            text.title,
            f"Даю согласие {operator_words(operator)}.",
            f"Цель: {text.purpose}.",
            f"Данные: {'; '.join(text.personal_data)}.",
            f"Действия: {action_words(text, operator)}. Способ: {text.methods}. {text.limits}",
            f"Срок: {term_words(school_year)}. {text.withdrawal}",
        )
    )


def render_short(*, school_year: int) -> str:
    """The first screen: which data, what is done with them, until when, and that one may refuse or withdraw.

    The greeting above it names the school and the purpose; all the words are behind «Прочитать текст».
    """
    return (
        "Для этого нужно согласие на обработку данных: имя, должность, предметы, стаж, ответы. "
        f"Школа собирает, хранит и использует их до 31 августа {school_year + 1} года. "
        "Отозвать согласие можно в «Мои данные». Отказ ни на что не влияет, можно и на бумаге."
    )


def text_hash(shown: str) -> str:
    """What the ledger keeps to prove which words were on the screen: the same for the same words."""
    return hashlib.sha256(unicodedata.normalize("NFC", shown).encode()).hexdigest()


def _or_blank(value: str) -> str:
    return value.strip() or BLANK
