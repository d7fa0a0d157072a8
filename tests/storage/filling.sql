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

INSERT INTO sent_sheet (school_id, kind, person_id, content, made_at)
SELECT 1 + i % 20, 'pairs', i, '{}', '2026-09-08T09:00:00.000000Z' FROM n WHERE i <= 10;

INSERT INTO person_declension (person_id, spelling, genitive, dative, accusative, confirmed_by, confirmed_at)
SELECT i, 'Имя', 'Имени', 'Имени', 'Имя', i, '2026-09-08T09:00:00.000000Z' FROM n WHERE i <= 10000;

INSERT INTO school_declension (school_id, kind, spelling, genitive, dative, accusative, confirmed_by, confirmed_at)
SELECT 1 + i % 20, 'post', 'Учитель ' || CAST(i AS TEXT), '', '', '', i, '2026-09-08T09:00:00.000000Z'
FROM n WHERE i <= 4000;
INSERT INTO document_template (school_id, kind, version, content, digest, sent_by, sent_at)
SELECT i, 'order_regulation', 1, '', 'digest', i, '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 20 ORDER BY i;

INSERT INTO document (school_id, school_year, kind, number, dated_on, template_id, digest, made_by, first_made_at)
SELECT i, 2025, 'order_regulation', '47-о', '2026-09-01', i, 'digest', i, '2026-09-01T09:00:00.000000Z'
FROM n WHERE i <= 20 ORDER BY i;

INSERT INTO document_value (school_id, school_year, kind, field, value)
SELECT i, 2026, 'order_regulation', 'сайт.ответственный', 'Иванова 1' FROM n WHERE i <= 20;

INSERT INTO school_detail (school_id, field, value) SELECT i, 'ogrn', '1' FROM n WHERE i <= 20;

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

-- Pair i is of person i, the mentor, and person 5000 + i, the mentee: both are of school 1 + i % 20.
INSERT INTO pair_order (school_id, school_year, kind, number, dated_on, made_by, made_at, signed_at)
SELECT 1 + i % 20, 2026, CASE WHEN i <= 20 THEN 'change' WHEN i % 3 = 0 THEN 'end' ELSE 'assign' END, CASE WHEN i <= 20 THEN '' ELSE CAST(i AS TEXT) END,
       CASE WHEN i <= 20 THEN NULL ELSE '2026-09-20' END, i, '2026-09-01T09:00:00.000000Z',
       CASE WHEN i <= 20 THEN NULL ELSE '2026-09-01T09:00:00.000000Z' END
FROM n WHERE i <= 200 ORDER BY n.i;

INSERT INTO pairing (school_id, school_year, kind, format, state, origin, made_by, made_at, state_at, order_id, starts_on,
                     ends_on, leaves_on, leave_reason, leave_given_on, ended_on, end_reason)
SELECT 1 + i % 20, 2026, 'pair', 'one_to_one',
       CASE WHEN i % 4 = 0 THEN 'ended' WHEN i % 4 = 1 THEN 'proposed' WHEN i % 4 = 2 THEN 'agreed' ELSE 'active' END,
       'matched', 1 + i % 20, '2026-09-01T09:00:00.000000Z', '2026-09-01T09:00:00.000000Z', 1 + i % 200, '2026-09-20', '2027-05-31',
       CASE WHEN i % 100 = 3 THEN '2026-09-05' ELSE NULL END, CASE WHEN i % 100 = 3 THEN 'mentor' ELSE NULL END,
       CASE WHEN i % 100 = 3 THEN '2026-09-02' ELSE NULL END, CASE WHEN i % 4 = 0 THEN '2026-09-06' ELSE NULL END,
       CASE WHEN i % 4 = 0 THEN 'mutual' ELSE NULL END
FROM n WHERE i <= 5000 ORDER BY n.i;

INSERT INTO pairing_member (pairing_id, person_id, side, joined_at)
SELECT CASE WHEN i <= 5000 THEN i ELSE i - 5000 END, i, CASE WHEN i <= 5000 THEN 'mentor' ELSE 'mentee' END, '2026-09-01T09:00:00.000000Z'
FROM n WHERE i <= 10000;

INSERT INTO offer (pairing_id, person_id, side, state, asked_on, answer_by)
SELECT CASE WHEN i <= 5000 THEN i ELSE i - 5000 END, i, CASE WHEN i <= 5000 THEN 'mentor' ELSE 'mentee' END,
       CASE WHEN i % 20 = 7 THEN 'waiting' WHEN i % 20 = 8 THEN 'declined' ELSE 'accepted' END, '2026-09-01', '2026-09-04'
FROM n WHERE i <= 10000 ORDER BY n.i;

INSERT INTO pairing_move (pairing_id, state, moved_by, moved_at)
SELECT 1 + i % 5000, 'proposed', 1, '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 10000;

INSERT INTO pair_tie (school_id, school_year, mentee_id, mentor_id, kind, set_by, set_at)
SELECT 1 + i % 20, 2026, 5000 + i, i, 'pinned', 1, '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 5000;

INSERT INTO group_exit (school_id, school_year, person_id, set_by, set_at)
SELECT 1 + i % 20, 2026, 5000 + i, 1, '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 5000;

INSERT INTO pair_draft (school_id, school_year, number, content, stamp, made_by, made_at)
SELECT i, 2026, 1, '{}', '', i, '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 20;

INSERT INTO pair_order_line (order_id, pairing_id) SELECT 1 + i % 200, i FROM n WHERE i <= 5000;

INSERT INTO pair_paper (pairing_id, person_id, kind, state, changed_at)
SELECT CASE WHEN i <= 5000 THEN i ELSE i - 5000 END, i, 'consent', 'printed', '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 10000;

INSERT INTO programme (pairing_id, state, note, version, content, starts_on, ends_on, changed_by, changed_at)
SELECT i, CASE WHEN i % 5 = 0 THEN 'draft' WHEN i % 50 = 1 THEN 'sent' ELSE 'approved' END,
       CASE WHEN i % 10 = 0 THEN 'Назовите даты' ELSE '' END, CASE WHEN i % 5 = 0 THEN 0 ELSE 1 END, '{}', '2026-09-20', '2027-05-31', i, '2026-09-01T09:00:00.000000Z'
FROM n WHERE i <= 5000;

INSERT INTO programme_step (pairing_id, place, area, activity, due_on, done_on)
SELECT 1 + (i - 1) / 4, i % 4, 'method', 'Урок', '2026-1' || CAST(i % 3 AS TEXT) || '-15',
       CASE WHEN i % 100 = 0 THEN NULL ELSE '2026-10-01' END
FROM n WHERE i <= 20000 ORDER BY n.i;

INSERT INTO programme_version (pairing_id, version, content, changes, kept_by, kept_at)
SELECT i, 2, '{}', '[]', i, '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 5000;

INSERT INTO contact_note (pairing_id, author_id, held_on, how, step_id, noted_at)
SELECT 1 + (i - 1) / 4, 1 + (i - 1) / 4, '2026-09-0' || CAST(1 + i % 8 AS TEXT), 'talk', i, '2026-09-01T09:00:00.000000Z'
FROM n WHERE i <= 20000 ORDER BY n.i;

INSERT INTO meeting (pairing_id, day, lesson, state, chosen_by, chosen_at)
SELECT 1 + (i - 1) / 2, '2026-09-1' || CAST(i % 9 AS TEXT), 3, CASE WHEN i % 2 = 0 THEN 'held' ELSE 'chosen' END,
       1 + (i - 1) / 2, '2026-09-01T09:00:00.000000Z'
FROM n WHERE i <= 10000 ORDER BY n.i;

INSERT INTO free_lesson (person_id, weekday, lesson) SELECT i, i % 5, i % 8 FROM n WHERE i <= 10000;

INSERT INTO free_lessons_marked (person_id, source, marked_at) SELECT i, 'tap', '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 10000;

INSERT INTO fit_answer (pairing_id, person_id, round, fit, answered_at)
SELECT i, i, 1, CASE WHEN i % 10 = 0 THEN 'bad' ELSE 'good' END, '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 5000;

INSERT INTO queue_exit (school_id, person_id, why, left_by, left_at, returned_at)
SELECT 1 + i % 20, i, 'own_wish', i, '2026-09-01T09:00:00.000000Z', CASE WHEN i % 10 = 0 THEN NULL ELSE '2026-09-05T09:00:00.000000Z' END
FROM n WHERE i <= 10000 ORDER BY n.i;

INSERT INTO support_note (school_id, person_id, kind, state, offered_on, changed_at)
SELECT 1 + i % 20, i, 'consultation', CASE WHEN i % 10 = 0 THEN 'wanted' ELSE 'held' END, '2026-09-05', '2026-09-01T09:00:00.000000Z'
FROM n WHERE i <= 10000 ORDER BY n.i;

INSERT INTO match_told (mentee_id, mentor_id, school_id, told_at)
SELECT i, i + 20, 1 + i % 20, CASE WHEN i % 10 = 0 THEN '2026-09-01T09:00:00.000000Z' ELSE NULL END
FROM n WHERE i <= 9000 ORDER BY n.i;

INSERT INTO material (school_id, areas, title, kind, address, digest, size, author_id, added_at)
SELECT 1 + i % 20, '["method"]', 'Памятка', 'file', '', 'digest-' || i, 1000, i, '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 200 ORDER BY n.i;
INSERT INTO material_sent (material_id, bot_id, file_id)
SELECT i, 42, 'file-' || i FROM n WHERE i <= 200;

INSERT INTO gathering (school_id, school_year, kind, state, day, starts, place, calls, made_by, made_at, invited_at)
SELECT 1 + i % 20, 2026, 'session', 'invited', '2026-10-1' || CAST(i % 9 AS TEXT), '15:30', 'Кабинет 12', 0, i,
       '2026-09-01T09:00:00.000000Z', '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 200 ORDER BY n.i;

INSERT INTO gathering_person (gathering_id, person_id, invited_at, notice, answer, attended)
SELECT 1 + i % 200, i, '2026-09-01T09:00:00.000000Z', 'key-' || CAST(i AS TEXT),
       CASE WHEN i % 3 = 0 THEN 'comes' ELSE 'silent' END, CASE WHEN i % 6 = 0 THEN 1 ELSE 0 END
FROM n WHERE i <= 10000;

INSERT INTO gathering_line (gathering_id, item, kind, text, responsible_id, due_on, done_at, written_by, written_at)
SELECT 1 + i % 200, i % 5, 'decided', 'Подготовить памятку', CASE WHEN i % 3 = 0 THEN i ELSE NULL END, '2026-10-20',
       CASE WHEN i % 50 = 0 THEN NULL ELSE '2026-10-19T09:00:00.000000Z' END, i, '2026-09-01T09:00:00.000000Z'
FROM n WHERE i <= 5000 ORDER BY n.i;
INSERT INTO practice_card (school_id, school_year, author_id, state, title, areas, useful_to, problem, done, result, publish, stays,
                           title_words, words, sent_at)
SELECT 1 + i % 20, 2026, i, CASE WHEN i % 10 = 0 THEN 'sent' ELSE 'accepted' END, 'Карточки', '["method"]', 'Всем', 'Мало времени',
       'Составили', 'Стало легче', 'nameless', 1, ' карточки', ' карточки урок', '2026-09-01T09:00:00.000000Z'
FROM n WHERE i <= 10000 ORDER BY n.i;

INSERT INTO practice_edit (card_id, field, was, became, edited_by, edited_at)
SELECT i, 'title', 'Карточка', 'Карточки', 7, '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 10000;

INSERT INTO practice_collection (school_id, school_year, job_id, cards, made_by, made_at, issued_at)
SELECT 1 + i % 20, 2026, i, 10, 7, '2026-09-01T09:00:00.000000Z', '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 200 ORDER BY n.i;

INSERT INTO practice_printed (collection_id, card_id, named) SELECT 1 + i % 200, i, 0 FROM n WHERE i <= 10000;

INSERT INTO nomination (school_id, school_year, title, made_by, made_at)
SELECT 1 + i % 20, 2026, 'Открытие года', 7, '2026-09-01T09:00:00.000000Z' FROM n WHERE i <= 100 ORDER BY n.i;

INSERT INTO nominated (nomination_id, card_id) SELECT 1 + i % 100, i FROM n WHERE i <= 10000;

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

-- Every tenth school has closed a year.
INSERT INTO closed_year (school_id, school_year, closed_by, closed_at, figures, keep_until)
SELECT i, 2025, i, '2026-08-20T09:00:00.000000Z', '{}', '2026-08-31' FROM n WHERE i <= 20 AND i % 10 = 8;

INSERT INTO year_words (school_id, school_year, part, words, written_by, written_at)
SELECT i, 2026, 'plan', 'План', i, '2027-05-20T09:00:00.000000Z' FROM n WHERE i <= 20;

INSERT INTO pair_goes_on (pairing_id, decided_by, decided_at)
SELECT i, 1, '2027-05-20T09:00:00.000000Z' FROM n WHERE i <= 2000;

DROP TABLE n;
