-- Whoever comes with rights waits for the yes of somebody who leads the school. An invitation of the operator's may say
-- that nobody is there to be asked: the coordinators have lost their accounts.
ALTER TABLE invite ADD COLUMN at_once {int} NOT NULL DEFAULT 0 CHECK (at_once IN (0, 1));
