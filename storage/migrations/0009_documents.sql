-- A school's own Word templates. The bytes stand here in base64, 1 MB at most before that: a template must be in every
-- backup and come back with it, also on PostgreSQL, where DATA_DIR is no part of it; and there are a few a school.
-- One that was checked and waits to be accepted has no version; accepted ones stay, the last that was not dropped holds.
CREATE TABLE document_template (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    kind TEXT NOT NULL,
    version {int},
    content TEXT NOT NULL,
    digest TEXT NOT NULL,
    sent_by {int} NOT NULL REFERENCES person (id),
    sent_at TEXT NOT NULL,
    dropped_at TEXT,
    UNIQUE (school_id, kind, version)
{end};
CREATE UNIQUE INDEX document_template_waiting ON document_template (school_id, kind) WHERE version IS NULL;
CREATE UNIQUE INDEX document_template_holding ON document_template (school_id, kind) WHERE version IS NOT NULL AND dropped_at IS NULL;

-- Papers that were made. `about` says of what, in ids; `digest` is of everything that was filled in but the number and
-- the date, which the school's register gives; what was filled in itself is not kept.
CREATE TABLE document (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    dated_on TEXT,
    template_id {int} REFERENCES document_template (id), -- none: ours
    digest TEXT NOT NULL,
    made_by {int} NOT NULL REFERENCES person (id),
    first_made_at TEXT NOT NULL,
    copies {int} NOT NULL DEFAULT 0, -- made so often after the first time with the same content
    CHECK ((number = '') = (dated_on IS NULL)),
    UNIQUE (school_id, school_year, kind, about)
{end};
CREATE INDEX document_by_number ON document (school_id, number, dated_on) WHERE number <> '';
CREATE INDEX document_by_template ON document (template_id);

-- What a coordinator has typed for a kind of document: no table of ours knows it otherwise.
CREATE TABLE document_value (
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (school_id, school_year, kind, field)
{end_by_key};

-- What papers say of the school and nothing else asks for.
CREATE TABLE school_detail (
    school_id {int} NOT NULL REFERENCES school (id),
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (school_id, field)
{end_by_key};
