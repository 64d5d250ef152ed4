--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:cases-003-1
CREATE TABLE case_enquiries (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  kind VARCHAR(15) NOT NULL,
  round INT NOT NULL,
  asked TEXT NOT NULL,
  consequence TEXT NULL,
  due_date DATE NOT NULL,
  sent_at DATETIME(6) NOT NULL,
  sent_by UUID NOT NULL,
  ended_on DATE NULL,
  letter_record_id UUID NULL,
  deadline_id UUID NULL,
  material MEDIUMTEXT NOT NULL,
  INDEX ix_case_enquiries (case_id, sent_at),
  INDEX ix_case_enquiries_open (authority_id, ended_on, due_date)
);

--changeset malbild:cases-003-2
CREATE TABLE case_enquiry_recipients (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  enquiry_id UUID NOT NULL,
  position INT NOT NULL,
  party_id UUID NULL,
  name VARCHAR(200) NOT NULL,
  state VARCHAR(10) NOT NULL,
  settled_on DATE NULL,
  reason VARCHAR(1000) NULL,
  answer_record_id UUID NULL,
  reminders INT NOT NULL,
  reminded_on DATE NULL,
  record_ids MEDIUMTEXT NULL,
  INDEX ix_case_enquiry_recipients (case_id, enquiry_id, position)
);

--changeset malbild:cases-003-3
CREATE TABLE case_conflicts (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  user_id UUID NOT NULL,
  ground VARCHAR(15) NOT NULL,
  note VARCHAR(2000) NOT NULL,
  declared_at DATETIME(6) NOT NULL,
  ruling VARCHAR(20) NULL,
  ruled_by UUID NULL,
  ruled_at DATETIME(6) NULL,
  reason VARCHAR(2000) NULL,
  expires_on DATE NULL,
  INDEX ix_case_conflicts (case_id, declared_at)
);

--changeset malbild:cases-003-4
CREATE TABLE case_dissents (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  decision_id UUID NOT NULL,
  user_id UUID NOT NULL,
  text TEXT NOT NULL,
  noted_at DATETIME(6) NOT NULL,
  INDEX ix_case_dissents (case_id, noted_at)
);

--changeset malbild:cases-003-5
CREATE TABLE case_delay_requests (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  party_id UUID NULL,
  received_on DATE NOT NULL,
  effect VARCHAR(15) NOT NULL,
  record_id UUID NOT NULL,
  deadline_id UUID NULL,
  answer_due DATE NULL,
  refused_on DATE NULL,
  refusal_record_id UUID NULL,
  INDEX ix_case_delay_requests (case_id, received_on)
);

--changeset malbild:cases-003-6
CREATE TABLE case_tasks (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  title VARCHAR(300) NOT NULL,
  assignee_id UUID NULL,
  due_date DATE NULL,
  added_by UUID NOT NULL,
  added_at DATETIME(6) NOT NULL,
  done_on DATE NULL,
  INDEX ix_case_tasks (case_id, added_at),
  INDEX ix_case_tasks_of (authority_id, assignee_id, done_on, due_date)
);

--changeset malbild:cases-003-7
ALTER TABLE cases
  ADD COLUMN conflicts_pending VARCHAR(1500) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL DEFAULT '',
  ADD COLUMN conflicts_upheld VARCHAR(1500) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL DEFAULT '';

--changeset malbild:cases-003-8
ALTER TABLE case_decisions
  ADD COLUMN withdrawn_reason VARCHAR(2000) NULL,
  ADD COLUMN notice_record_id UUID NULL,
  ADD COLUMN dispatched_to MEDIUMTEXT NULL,
  ADD COLUMN settled_deadlines MEDIUMTEXT NULL;

--changeset malbild:cases-003-9
ALTER TABLE case_deadlines
  ADD COLUMN override_reason VARCHAR(1000) NULL,
  ADD COLUMN overridden_by UUID NULL;

--changeset malbild:cases-003-10
INSERT INTO case_enquiries (id, authority_id, case_id, kind, round, asked, due_date, sent_at, sent_by, deadline_id, material)
SELECT UUID(), d.authority_id, d.case_id, d.kind, 1, d.name_sv, d.due_date, CAST(d.start_date AS DATETIME),
       COALESCE(c.officer_id, c.id), d.id, '{"recordIds":[],"exclusions":[]}'
  FROM case_deadlines d JOIN cases c ON c.id = d.case_id
 WHERE d.state = 'open' AND d.kind IN ('supplement', 'communication', 'referral');

--changeset malbild:cases-003-11
INSERT INTO case_enquiry_recipients (id, authority_id, case_id, enquiry_id, position, name, state, reminders)
SELECT UUID(), e.authority_id, e.case_id, e.id, 0,
       IF(e.kind = 'referral', 'Remissinstans', 'Parten'), 'waiting', 0
  FROM case_enquiries e WHERE e.ended_on IS NULL;

--changeset malbild:cases-003-12
CREATE TABLE case_delay_notices (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  sent_on DATE NOT NULL,
  expected_on DATE NULL,
  record_id UUID NOT NULL,
  INDEX ix_case_delay_notices (case_id, sent_on)
);
