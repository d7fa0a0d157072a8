-- A school's own roadmap of a year, as its document was understood, in JSON: one that waits to be accepted and one that
-- holds. Without an accepted one the roadmap is the default.
CREATE TABLE own_roadmap (
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'accepted')),
    content TEXT NOT NULL,
    kept_by {int} NOT NULL REFERENCES person (id),
    kept_at TEXT NOT NULL,
    PRIMARY KEY (school_id, school_year, state)
{end};
