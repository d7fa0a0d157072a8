-- A database as it looks after years: 20 schools, 10,000 people and what they left, in the common subset.
-- Person i is of school 1 + i % 20; the account, the run and the papers of the same number are theirs.
CREATE TABLE n (
    i {int} PRIMARY KEY
{end};
INSERT INTO n (i) WITH RECURSIVE counted (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM counted WHERE i < 30000)
SELECT i FROM counted;

INSERT INTO school (name, short_name, city, time_zone, school_year, created_at)
SELECT 'Школа', 'Школа', 'Москва', 'Europe/Moscow', 2026, '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 20 ORDER BY i;

INSERT INTO account (channel, external_id, created_at)
SELECT 'telegram', 5000000000 + i, '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 10000 ORDER BY i;

INSERT INTO person (school_id, account_id, full_name, search_name, sort_name, state, erase_by, created_at)
SELECT 1 + i % 20, CASE WHEN i % 4 = 0 THEN NULL ELSE i END,
       'Иванова ' || CAST(i AS TEXT), 'иванова ' || CAST(i AS TEXT), 'иванова ' || CAST(i AS TEXT),
       CASE WHEN i % 4 = 0 THEN 'invited' WHEN i % 50 = 1 THEN 'waiting' ELSE 'active' END,
       CASE WHEN i % 500 = 2 THEN '2026-10-01' ELSE NULL END, '2026-09-01T09:00:00.000000Z'
FROM n WHERE i <= 10000 ORDER BY i;

INSERT INTO role (person_id, role, granted_at)
SELECT i, CASE WHEN i <= 20 THEN 'coordinator' ELSE 'teacher' END, '2026-09-01T09:00:00.000000Z'
FROM n WHERE i <= 10000;

INSERT INTO invite (school_id, kind, person_id, link_hash, code_hash, expires_at, used_at, created_at)
SELECT 1 + i % 20, CASE WHEN i <= 20 THEN 'staff_room' ELSE 'person' END, CASE WHEN i <= 20 THEN NULL ELSE i END,
       'link-' || CAST(i AS TEXT), 'code-' || CAST(i AS TEXT), '2026-10-01T09:00:00.000000Z',
       CASE WHEN i % 3 = 0 THEN NULL ELSE '2026-09-02T09:00:00.000000Z' END, '2026-09-01T09:00:00.000000Z'
FROM n WHERE i <= 10000;

INSERT INTO staff_list (school_id, person_id, content, made_at)
SELECT 1 + i % 20, i, '[]', '2026-09-08T09:00:00.000000Z' FROM n WHERE i <= 10;

INSERT INTO wrong_code (external_id, tried_at)
SELECT 5000000000 + i % 3000, '2026-09-0' || CAST(1 + i % 8 AS TEXT) || 'T09:00:00.000000Z' FROM n WHERE i <= 10000;

INSERT INTO consent (person_id, kind, decision, source, text_version, text_hash, decided_at)
SELECT 1 + (i - 1) / 2, CASE WHEN i % 2 = 0 THEN 'data' ELSE 'contact' END, 'given', 'tap', 1, 'hash',
       '2026-09-01T09:00:00.000000Z'
FROM n WHERE i <= 20000;

INSERT INTO paper (person_id, kind, state, changed_at)
SELECT i, 'data', 'printed', '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 10000;

INSERT INTO form (digest, content) VALUES ('link-47', '{}');

INSERT INTO form_version (school_id, form_key, version, digest, note, published_by, published_at)
SELECT i, 'needs', 2, 'link-47', '', i, '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 20;

INSERT INTO form_draft (school_id, form_key, base_version, digest, made_by, made_at)
SELECT i, 'needs', 2, 'link-47', i, '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 20;

INSERT INTO form_run (school_id, person_id, entered_by, form_key, form_version, state, part, place, source,
                      started_at, touched_at, submitted_at)
SELECT 1 + i % 20, i, i, 'needs', 1, CASE WHEN i % 5 = 0 THEN 'open' ELSE 'submitted' END, 'core', 'role', 'tap',
       '2026-09-01T09:00:00.000000Z', '2026-09-01T09:00:00.000000Z',
       CASE WHEN i % 5 = 0 THEN NULL ELSE '2026-09-02T09:00:00.000000Z' END
FROM n WHERE i <= 10000 ORDER BY i;

INSERT INTO answer (run_id, question, value, source, answered_at)
SELECT 1 + (i - 1) / 3, 'question-' || CAST(i % 3 AS TEXT), '"yes"', 'tap', '2026-09-01T09:00:00.000000Z' FROM n;

-- Every second person has answered the mentor questionnaire too: the run of person i is number 10000 + i / 2.
INSERT INTO form_run (school_id, person_id, entered_by, form_key, form_version, state, part, place, source,
                      started_at, touched_at, submitted_at)
SELECT 1 + i % 20, i, i, 'mentor_profile', 1, CASE WHEN i % 20 = 0 THEN 'open' ELSE 'submitted' END, 'core', 'SUMMARY',
       'tap', '2026-09-03T09:00:00.000000Z', '2026-09-03T09:00:00.000000Z',
       CASE WHEN i % 20 = 0 THEN NULL ELSE '2026-09-04T09:00:00.000000Z' END
FROM n WHERE i <= 10000 AND i % 2 = 0 ORDER BY i;

INSERT INTO answer (run_id, question, value, source, answered_at)
SELECT 10000 + i, 'ready', CASE WHEN i % 3 = 0 THEN '"decline"' ELSE '"year"' END, 'tap', '2026-09-03T09:00:00.000000Z'
FROM n WHERE i <= 5000;

INSERT INTO form_ask (school_id, person_id, form_key, school_year, asked_by, asked_at, answer_by)
SELECT 1 + i % 20, i, 'mentor_profile', 2026, i % 20 + 20,
       CASE WHEN i % 10 = 0 THEN NULL ELSE '2026-09-02T09:00:00.000000Z' END,
       CASE WHEN i % 10 = 0 THEN NULL ELSE '2026-09-18' END
FROM n WHERE i <= 10000 ORDER BY i;

INSERT INTO survey (school_id, school_year, form_key, digest, threshold, answer_by, opened_by, opened_at, closed_at)
SELECT 1 + i % 20, 2026, 'event_feedback', 'link-47', 5, '2026-09-' || CAST(10 + i % 20 AS TEXT), i % 20 + 20,
       '2026-09-02T09:00:00.000000Z', CASE WHEN i > 20 THEN '2026-09-30T09:00:00.000000Z' ELSE NULL END
FROM n WHERE i <= 400 ORDER BY i;

INSERT INTO form_ask (school_id, person_id, form_key, school_year, asked_by, asked_at, answer_by, survey_id, taken_part)
SELECT 1 + i % 20, i, 'event_feedback', 2026, i % 20 + 20, '2026-09-02T09:00:00.000000Z', '2026-09-18', 1 + i % 400,
       i % 2
FROM n WHERE i <= 10000 ORDER BY i;

INSERT INTO survey_plan (school_id, school_year, form_key, threshold, decided_by, decided_at)
SELECT i, 2026, 'mon_end_mentee', 5, i + 20, '2026-09-02T09:00:00.000000Z' FROM n WHERE i <= 20;

INSERT INTO anonymous_answer (survey_id, question, value, many)
SELECT 1 + i % 400, 'useful', CAST(i AS TEXT), 1 FROM n WHERE i <= 20000;

INSERT INTO announcement (school_id, audience, text, state, written_by, written_at, sent_at, goes_at)
SELECT 1 + i % 20, 'everybody', 'Завтра педсовет', 'sent', i, '2026-09-01T09:00:00.000000Z',
       '2026-09-01T09:00:00.000000Z', '2026-09-01T11:00:00.000000Z'
FROM n WHERE i <= 100 ORDER BY i;

INSERT INTO announcement_to (announcement_id, person_id, notice)
SELECT 1 + i % 100, i, 'key-' || CAST(i AS TEXT) FROM n WHERE i <= 10000;

INSERT INTO mentor_pause (school_id, person_id, began_at, ended_at)
SELECT 1 + i % 20, i, '2026-09-05T09:00:00.000000Z',
       CASE WHEN i % 10 = 0 THEN NULL ELSE '2026-09-06T09:00:00.000000Z' END
FROM n WHERE i <= 10000;

INSERT INTO question (school_id, person_id, about, text, asked_at, replied_at)
SELECT 1 + i % 20, i, '', 'Что писать?', '2026-09-01T09:00:00.000000Z',
       CASE WHEN i % 10 = 0 THEN NULL ELSE '2026-09-02T09:00:00.000000Z' END
FROM n WHERE i <= 10000;

INSERT INTO activity (school_id, school_year, key, due_on, confirmed_by, confirmed_at)
SELECT 1 + i % 20, 2026, 'act-' || CAST(i AS TEXT), '2026-10-01', i, '2026-09-01T09:00:00.000000Z'
FROM n WHERE i <= 200;

INSERT INTO roadmap_choice (school_id, school_year, stage, open, choice, decided_by, decided_at)
SELECT 1 + i % 20, 2020 + i, '', 'year', '2027-05-31', i, '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 200;

INSERT INTO own_roadmap (school_id, school_year, state, content, kept_by, kept_at)
SELECT 1 + i % 20, 2026, CASE WHEN i > 20 THEN 'draft' ELSE 'accepted' END, '{}', i, '2026-09-01T09:00:00.000000Z'
FROM n WHERE i <= 40;

INSERT INTO evidence (school_id, school_year, activity, kind, recorded_by, recorded_at, taken_back_at)
SELECT 1 + i % 20, 2017 + i % 10, 'act-' || CAST(i % 20 AS TEXT), 'words', i, '2026-09-01T09:00:00.000000Z',
       CASE WHEN i % 3 = 0 THEN '2026-09-02T09:00:00.000000Z' ELSE NULL END
FROM n WHERE i <= 10000;

INSERT INTO school_break (school_id, school_year, starts_on, ends_on)
SELECT 1 + i % 20, 2026, '2026-10-' || CAST(10 + i / 20 AS TEXT), '2026-10-31' FROM n WHERE i <= 200;

INSERT INTO school_day (school_id, day, works)
SELECT 1 + i % 20, '2026-10-' || CAST(10 + i / 20 AS TEXT), 0 FROM n WHERE i <= 200;

INSERT INTO reminder (key, person_id, thing, step, notice, planned_at)
SELECT 'reminder-' || CAST(i AS TEXT), i, 'request:2026', i % 3, 'key-' || CAST(i AS TEXT), '2026-09-01T09:00:00.000000Z'
FROM n WHERE i <= 10000;

INSERT INTO snooze (person_id, thing, until, on_paper)
SELECT i, 'request:2026', '2026-09-20', CASE WHEN i % 10 = 0 THEN 1 ELSE 0 END FROM n WHERE i <= 10000;

INSERT INTO journal (school_id, actor_id, act, done_at)
SELECT 1 + i % 20, i, 'person.add', '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 10000;

-- Of what comes and goes, most is done: one in a hundred is still to be done.
INSERT INTO inbox (bot_id, update_id, kind, lane, body, state, received_at, done_at)
SELECT 42, i, 'update', 5000000000 + i % 3000, CASE WHEN i % 100 = 0 THEN '{}' ELSE NULL END,
       CASE WHEN i % 100 = 0 THEN 'new' WHEN i % 100 = 1 THEN 'dead' ELSE 'done' END,
       '2026-09-01T09:00:00.000000Z',
       CASE WHEN i % 100 = 0 THEN NULL ELSE '2026-09-0' || CAST(1 + i % 8 AS TEXT) || 'T09:00:00.000000Z' END
FROM n WHERE i <= 10000;

INSERT INTO outbox (chat_id, person_id, kind, body, key, policy, priority, state, due_at, planned_at, ended_at)
SELECT 5000000000 + i, i, 'nudge', '', 'key-' || CAST(i AS TEXT), 'once', 5,
       CASE WHEN i % 200 = 0 THEN 'due' WHEN i % 100 = 0 THEN 'sending' ELSE 'sent' END,
       '2026-09-0' || CAST(1 + i % 8 AS TEXT) || 'T09:00:00.000000Z', '2026-09-01T09:00:00.000000Z',
       CASE WHEN i % 100 = 0 THEN NULL ELSE '2026-09-0' || CAST(1 + i % 8 AS TEXT) || 'T09:00:00.000000Z' END
FROM n WHERE i <= 10000;

INSERT INTO job (school_id, person_id, chat_id, kind, task, state, created_at, ended_at)
SELECT 1 + i % 20, i, 5000000000 + i, 'bank', '{}', CASE WHEN i % 100 = 0 THEN 'due' ELSE 'done' END,
       '2026-09-01T09:00:00.000000Z', CASE WHEN i % 100 = 0 THEN NULL ELSE '2026-09-01T09:00:00.000000Z' END
FROM n WHERE i <= 10000;

INSERT INTO machine (key, value, noted_at)
SELECT 'key-' || CAST(i AS TEXT), '', '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 5;

DROP TABLE n;
