-- Which mentor was found to fit which mentee who waits: a coordinator is told of each once. `told_at` is empty where it
-- was so from the beginning. A row of a mentee with themselves says that they are looked at: what comes later is news.
CREATE TABLE match_told (
    mentee_id {int} NOT NULL REFERENCES person (id),
    mentor_id {int} NOT NULL REFERENCES person (id),
    school_id {int} NOT NULL REFERENCES school (id),
    told_at TEXT,
    PRIMARY KEY (mentee_id, mentor_id)
{end};
CREATE INDEX match_told_by_mentor ON match_told (mentor_id);
CREATE INDEX match_told_by_school ON match_told (school_id, told_at);
