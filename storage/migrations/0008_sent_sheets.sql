-- Pairs and timetables that were read out of a school's file and wait for the coordinator, in JSON; of a sheet that
-- was taken only the figures stay.
CREATE TABLE sent_sheet (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    kind TEXT NOT NULL CHECK (kind IN ('pairs', 'timetable')),
    person_id {int} NOT NULL REFERENCES person (id),
    content TEXT NOT NULL,
    made_at TEXT NOT NULL
{end};
CREATE INDEX sent_sheet_by_age ON sent_sheet (made_at);
CREATE INDEX sent_sheet_by_school ON sent_sheet (school_id);
