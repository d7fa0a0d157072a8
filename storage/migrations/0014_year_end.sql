-- A school year as it was closed. `figures` are counts in JSON, nobody's names; people's data of the year are kept until
-- `keep_until`, longer with a reason, and not touched while there is a dispute.
CREATE TABLE closed_year (
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    closed_by {int} NOT NULL REFERENCES person (id),
    closed_at TEXT NOT NULL,
    figures TEXT NOT NULL,
    keep_until TEXT NOT NULL,
    keep_reason TEXT NOT NULL DEFAULT '',
    dispute {int} NOT NULL DEFAULT 0 CHECK (dispute IN (0, 1)),
    archived_by {int} REFERENCES person (id),
    archived_at TEXT,
    PRIMARY KEY (school_id, school_year),
    CHECK (dispute = 0 OR keep_reason <> '')
{end};
CREATE INDEX closed_year_kept ON closed_year (keep_until) WHERE archived_at IS NULL;

-- What a coordinator has written for the year's report.
CREATE TABLE year_words (
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('conclusions', 'plan')),
    words TEXT NOT NULL,
    written_by {int} NOT NULL REFERENCES person (id),
    written_at TEXT NOT NULL,
    PRIMARY KEY (school_id, school_year, part)
{end};

-- Which pairs at work go on in the next year, as it is decided before the year is closed; the others end by their term.
CREATE TABLE pair_goes_on (
    pairing_id {int} PRIMARY KEY REFERENCES pairing (id),
    decided_by {int} NOT NULL REFERENCES person (id),
    decided_at TEXT NOT NULL
{end};

-- What was handed in in a year that is closed is read and never changed: its author is asked whether it still holds, and
-- what they say is a run of its own. `queue`: meanwhile they are looked for a mentor all the same; `out`: not this year.
ALTER TABLE form_run ADD COLUMN carried TEXT NOT NULL DEFAULT '' CHECK (carried IN ('', 'asked', 'queue', 'out'));
CREATE INDEX form_run_carried ON form_run (school_id, form_key) WHERE carried <> '' AND state = 'submitted';

-- Whose consents have lapsed, all in one go.
CREATE INDEX consent_lapsed ON consent (decided_at) WHERE decision = 'lapsed';
