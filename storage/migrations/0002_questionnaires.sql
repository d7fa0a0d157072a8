-- Questionnaires as they are asked: a form's whole text by its digest, added and never changed.
CREATE TABLE form (
    digest TEXT PRIMARY KEY,
    content TEXT NOT NULL
{end};

-- What a school asks instead of the wording that comes with the bot; whoever begins now gets the last version.
CREATE TABLE form_version (
    school_id {int} NOT NULL REFERENCES school (id),
    form_key TEXT NOT NULL,
    version {int} NOT NULL,
    digest TEXT NOT NULL REFERENCES form (digest),
    note TEXT NOT NULL,
    published_by {int} NOT NULL REFERENCES person (id),
    published_at TEXT NOT NULL,
    PRIMARY KEY (school_id, form_key, version)
{end};

-- A questionnaire that was sent as a file and is not published yet: one of a key, whoever of the school sent it.
CREATE TABLE form_draft (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    form_key TEXT NOT NULL,
    base_version {int} NOT NULL,
    digest TEXT NOT NULL REFERENCES form (digest),
    made_by {int} NOT NULL REFERENCES person (id),
    made_at TEXT NOT NULL,
    UNIQUE (school_id, form_key)
{end};

-- What the run's person is asked; none for a small form of the bot's own, which lives for a minute.
ALTER TABLE form_run ADD COLUMN digest TEXT REFERENCES form (digest);
CREATE INDEX form_run_by_digest ON form_run (digest);
DROP INDEX form_run_idle;
CREATE INDEX form_run_idle ON form_run (touched_at) WHERE state = 'open';
-- Since when a sent answer is another one than a coordinator has seen.
ALTER TABLE form_run ADD COLUMN changed_at TEXT;

-- Who is asked to answer a questionnaire, by whom and until when. Without `asked_at` it is a tick of whoever is choosing.
CREATE TABLE form_ask (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    person_id {int} NOT NULL REFERENCES person (id),
    form_key TEXT NOT NULL,
    school_year {int} NOT NULL,
    asked_by {int} NOT NULL REFERENCES person (id),
    asked_at TEXT,
    answer_by TEXT,
    CHECK (asked_at IS NULL OR answer_by IS NOT NULL)
{end};
CREATE UNIQUE INDEX form_ask_ticked ON form_ask (asked_by, form_key, person_id) WHERE asked_at IS NULL;
CREATE INDEX form_ask_by_person ON form_ask (person_id, form_key, id);
CREATE INDEX form_ask_by_school ON form_ask (school_id, form_key, school_year);

-- Who takes no new colleagues for a while: the row without an end holds. Pairs at work go on.
CREATE TABLE mentor_pause (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    person_id {int} NOT NULL REFERENCES person (id),
    began_at TEXT NOT NULL,
    ended_at TEXT
{end};
CREATE UNIQUE INDEX mentor_pause_open ON mentor_pause (person_id) WHERE ended_at IS NULL;
CREATE INDEX mentor_pause_by_person ON mentor_pause (person_id);
