--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:cases-005-1
ALTER TABLE cases ADD COLUMN statutory_due DATE NOT NULL DEFAULT '9999-12-31', ADD COLUMN priority TINYINT NOT NULL DEFAULT 2;

--changeset malbild:cases-005-2
UPDATE cases SET statutory_due = COALESCE(
  (SELECT MIN(d.due_date) FROM case_deadlines d
    WHERE d.case_id = cases.id AND d.state = 'open' AND d.clock = 'statutory'
      AND d.kind NOT IN ('fl12_right', 'fl11_prompt', 'earliest_start')), '9999-12-31')
 WHERE state NOT IN ('closed', 'archived');

--changeset malbild:cases-005-3
CREATE INDEX ix_cases_queue_of_unit ON cases (authority_id, unit_id, state, statutory_due, priority, arrival_date, id);

--changeset malbild:cases-005-4
CREATE INDEX ix_cases_queue_of_type ON cases (authority_id, state, unit_id, case_type_key, statutory_due, priority, arrival_date, id);

--changeset malbild:cases-005-5
CREATE INDEX ix_cases_load ON cases (authority_id, officer_id, state);

--changeset malbild:cases-005-6
CREATE TABLE case_competences (
  authority_id UUID NOT NULL,
  user_id UUID NOT NULL,
  competence VARCHAR(80) COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  PRIMARY KEY (authority_id, user_id, competence)
);

--changeset malbild:cases-005-7
CREATE TABLE case_selections (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  user_id UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  capped BOOLEAN NOT NULL,
  INDEX ix_case_selections_age (created_at)
);

--changeset malbild:cases-005-8
CREATE TABLE case_selection_items (
  selection_id UUID NOT NULL,
  position INT NOT NULL,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  PRIMARY KEY (selection_id, position)
);

--changeset malbild:cases-005-9
CREATE TABLE case_bulk_acts (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  user_id UUID NOT NULL,
  act VARCHAR(20) NOT NULL,
  command TEXT NOT NULL,
  job_id UUID NOT NULL,
  created_at DATETIME(6) NOT NULL
);

--changeset malbild:cases-005-10
CREATE TABLE case_bulk_items (
  bulk_act_id UUID NOT NULL,
  position INT NOT NULL,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  outcome VARCHAR(10) NOT NULL,
  reason_sv VARCHAR(2000) NULL,
  reason_en VARCHAR(2000) NULL,
  PRIMARY KEY (bulk_act_id, position),
  INDEX ix_case_bulk_items_outcome (bulk_act_id, outcome, position)
);

--changeset malbild:cases-005-11
CREATE TABLE case_filters (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  user_id UUID NOT NULL,
  name VARCHAR(60) COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  search VARCHAR(500) NOT NULL,
  CONSTRAINT uq_case_filters_name UNIQUE (authority_id, user_id, name)
);

--changeset malbild:cases-005-12
CREATE TABLE case_notices (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  user_id UUID NOT NULL,
  case_id UUID NOT NULL,
  from_id UUID NULL,
  on_behalf_of UUID NULL,
  text VARCHAR(1000) NULL,
  due DATE NULL,
  days_before SMALLINT NULL,
  created_at DATETIME(6) NOT NULL,
  read_at DATETIME(6) NULL,
  INDEX ix_case_notices_of_user (authority_id, user_id, read_at, created_at, id),
  CONSTRAINT uq_case_notices_due UNIQUE (case_id, user_id, due, days_before)
);
