-- A round of a questionnaire that is answered without names. Whoever opens it fixes the `threshold`: fewer answers than
-- this are never shown to anybody. Counters stand here because a person who is erased leaves the register, not the round.
CREATE TABLE survey (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    form_key TEXT NOT NULL,
    digest TEXT NOT NULL REFERENCES form (digest),
    threshold {int} NOT NULL CHECK (threshold >= 3),
    answer_by TEXT NOT NULL,
    opened_by {int} NOT NULL REFERENCES person (id),
    opened_at TEXT NOT NULL,
    closed_at TEXT,
    asked {int} NOT NULL DEFAULT 0,
    answered {int} NOT NULL DEFAULT 0
{end};
CREATE UNIQUE INDEX survey_open ON survey (school_id, form_key) WHERE closed_at IS NULL;
CREATE INDEX survey_by_school ON survey (school_id, form_key, id);
CREATE INDEX survey_to_close ON survey (answer_by) WHERE closed_at IS NULL;

-- Which surveys of the monitoring the bot opens by itself on their day; `threshold` is 0 for answers with names.
CREATE TABLE survey_plan (
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    form_key TEXT NOT NULL,
    threshold {int} NOT NULL CHECK (threshold = 0 OR threshold >= 3),
    decided_by {int} NOT NULL REFERENCES person (id),
    decided_at TEXT NOT NULL,
    PRIMARY KEY (school_id, school_year, form_key)
{end};

-- How many gave each answer to each question of a round: no key that two answers of one person would share, no time,
-- and in the order of the answers themselves.
CREATE TABLE anonymous_answer (
    survey_id {int} NOT NULL REFERENCES survey (id),
    question TEXT NOT NULL,
    value {sorted} NOT NULL,
    many {int} NOT NULL,
    PRIMARY KEY (survey_id, question, value)
{end_by_key};

-- The register of a round: who was asked and who has taken part, not when.
ALTER TABLE form_ask ADD COLUMN survey_id {int} REFERENCES survey (id);
ALTER TABLE form_ask ADD COLUMN taken_part {int} NOT NULL DEFAULT 0 CHECK (taken_part IN (0, 1));
CREATE UNIQUE INDEX form_ask_by_survey ON form_ask (survey_id, person_id) WHERE survey_id IS NOT NULL;

CREATE INDEX question_by_run ON question (run_id) WHERE run_id IS NOT NULL;

-- Does what is shown in the chat go with the next screen? Answers without names do not stay there.
ALTER TABLE account ADD COLUMN shown_passes {int} NOT NULL DEFAULT 0 CHECK (shown_passes IN (0, 1));
