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
