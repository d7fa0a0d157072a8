"""Columns of text that hold nothing that a person has typed and nothing that names one, each with its reason."""

MOMENTS = "a day or a moment"
CODES = "a word of the program: its kind, key or state"
RANDOM = "a random secret or a sum of bytes"
OF_PLACE = "a fact of the school, not of a person"
REGISTER = "the number of a paper in the school's register: what was signed stays signed"


def columns(listed: str) -> frozenset[str]:
    """`table.column`, one after another."""
    return frozenset(listed.split())


EXCUSED = {
    MOMENTS: columns(
        """closed_year.keep_until consent.valid_until form_ask.answer_by gathering.day gathering.starts
        meeting.day offer.answer_by person.erase_by person.paused_until school_day.day snooze.until
        survey.answer_by"""
    ),
    CODES: columns(
        """account.channel activity.key announcement_to.notice anonymous_answer.question answer.question
        contact_note.topics document.about document.kind document_template.kind document_value.field
        document_value.kind evidence.activity form_ask.form_key form_draft.form_key form_run.form_key
        form_version.form_key gathering_person.notice inbox.error job.error job.kind journal.act machine.key
        material.areas outbox.key outbox.kind outbox.reason pairing_move.reason pairing_move.state
        practice_card.areas programme_step.area reminder.key reminder.notice reminder.thing
        roadmap_choice.choice roadmap_choice.stage school.working_weekdays school_detail.field snooze.thing
        survey.form_key survey_plan.form_key"""
    ),
    RANDOM: columns(
        """consent.text_hash document.digest document_template.digest form.digest journal.hash journal_head.hash
        journal_head.anchor form_draft.digest
        form_run.digest form_version.digest invite.code_hash invite.link_hash material.digest
        pair_draft.stamp survey.digest"""
    ),
    OF_PLACE: columns("""school.address school.city school.name school.short_name school.time_zone"""),
    REGISTER: columns("""document.number evidence.number gathering.number pair_order.number"""),
    "the machine's own notes": columns("""machine.value"""),
    "numbers of a closed year, without names": columns("""closed_year.figures"""),
    "what a questionnaire asks, kept by the sum of its bytes: it is the school's and asked of everybody": columns(
        """form.content"""
    ),
    "a template of the school's own, packed: a form of a paper, before anybody stands in it": columns(
        """document_template.content"""
    ),
    "where a link of the school's leads, and Telegram's name of a file": columns(
        """material.address material_sent.file_id"""
    ),
}
