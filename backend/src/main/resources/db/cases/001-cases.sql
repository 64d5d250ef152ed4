--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:cases-001-1
CREATE TABLE case_types (
  type_id UUID NOT NULL,
  version INT NOT NULL,
  authority_id UUID NOT NULL,
  type_key VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  status VARCHAR(10) NOT NULL,
  name_sv VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NULL,
  configuration MEDIUMTEXT NOT NULL,
  drafted_by UUID NULL,
  drafted_at DATETIME(6) NOT NULL,
  published_by UUID NULL,
  published_at DATETIME(6) NULL,
  PRIMARY KEY (type_id, version),
  CONSTRAINT uq_case_types_key UNIQUE (authority_id, type_key, version)
);

--changeset malbild:cases-001-2
CREATE TABLE delegations (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_type_key VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  decision_type_key VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  unit_id UUID NOT NULL,
  holder_role VARCHAR(30) NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NULL,
  document_ref VARCHAR(200) NOT NULL,
  INDEX ix_delegations (authority_id, case_type_key, decision_type_key)
);

--changeset malbild:cases-001-3
CREATE TABLE number_series (
  authority_id UUID NOT NULL,
  series_key VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  year SMALLINT NOT NULL,
  next_serial INT NOT NULL,
  PRIMARY KEY (authority_id, series_key, year)
);

--changeset malbild:cases-001-4
CREATE TABLE cases (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  series_key VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  year SMALLINT NOT NULL,
  serial INT NOT NULL,
  class_code VARCHAR(12) NOT NULL,
  case_type_id UUID NOT NULL,
  case_type_version INT NOT NULL,
  case_type_key VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  subject VARCHAR(300) COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  public_subject VARCHAR(300) COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  state VARCHAR(12) NOT NULL,
  waits VARCHAR(80) NOT NULL,
  unit_id UUID NOT NULL,
  officer_id UUID NULL,
  decision_maker_id UUID NULL,
  initiative VARCHAR(20) NOT NULL,
  received_at DATETIME(6) NOT NULL,
  arrival_date DATE NOT NULL,
  channel VARCHAR(10) NOT NULL,
  arrival_reason VARCHAR(500) NULL,
  registered_at DATETIME(6) NOT NULL,
  secrecy_level VARCHAR(12) NOT NULL,
  form_data MEDIUMTEXT NOT NULL,
  communicated_on DATE NULL,
  decided_at DATETIME(6) NULL,
  outcome_key VARCHAR(60) NULL,
  dispatched_at DATETIME(6) NULL,
  closed_at DATETIME(6) NULL,
  close_reason VARCHAR(1000) NULL,
  retention_preserve BOOLEAN NULL,
  retention_basis VARCHAR(500) NULL,
  retention_start DATE NULL,
  retention_due DATE NULL,
  next_due DATE NOT NULL DEFAULT '9999-12-31',
  next_due_kind VARCHAR(60) NULL,
  register_shown VARCHAR(10) NOT NULL,
  register_sender VARCHAR(200) NULL,
  register_until DATE NULL,
  version BIGINT NOT NULL,
  CONSTRAINT uq_cases_number UNIQUE (authority_id, series_key, year, serial),
  INDEX ix_cases_newest (authority_id, registered_at, id),
  INDEX ix_cases_of_unit (authority_id, unit_id, state, registered_at, id),
  INDEX ix_cases_by_state (authority_id, state, registered_at, id),
  INDEX ix_cases_due (authority_id, next_due, id),
  INDEX ix_cases_of_officer (authority_id, officer_id, next_due, id),
  INDEX ix_cases_of_decision_maker (authority_id, decision_maker_id, next_due, id),
  INDEX ix_cases_serial (authority_id, serial, year),
  FULLTEXT INDEX fx_cases_subject (subject, public_subject)
);

--changeset malbild:cases-001-5
CREATE TABLE case_parties (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  kind VARCHAR(12) NOT NULL,
  role VARCHAR(20) NOT NULL,
  name VARCHAR(200) NOT NULL,
  position INT NOT NULL,
  INDEX ix_case_parties (case_id, position)
);

--changeset malbild:cases-001-6
CREATE TABLE case_records (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  record_no INT NOT NULL,
  direction VARCHAR(10) NOT NULL,
  title VARCHAR(300) NOT NULL,
  document_key VARCHAR(60) NULL,
  dated DATE NOT NULL,
  channel VARCHAR(10) NULL,
  correspondent VARCHAR(200) NULL,
  media_type VARCHAR(60) NULL,
  sha256 CHAR(64) NULL,
  created_by UUID NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_case_records_no UNIQUE (case_id, record_no)
);

--changeset malbild:cases-001-7
CREATE TABLE case_notes (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  text TEXT NOT NULL,
  adds_facts BOOLEAN NOT NULL,
  author_id UUID NOT NULL,
  occurred_at DATETIME(6) NOT NULL,
  INDEX ix_case_notes (case_id, occurred_at)
);

--changeset malbild:cases-001-8
CREATE TABLE case_decisions (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  content MEDIUMTEXT NOT NULL,
  state VARCHAR(12) NOT NULL,
  proposed_by UUID NOT NULL,
  proposed_at DATETIME(6) NOT NULL,
  decided_by UUID NULL,
  decided_at DATETIME(6) NULL,
  delegation_id UUID NULL,
  record_id UUID NULL,
  sha256 CHAR(64) NULL,
  dispatched_at DATETIME(6) NULL,
  instruction_record_id UUID NULL,
  INDEX ix_case_decisions (case_id, proposed_at)
);

--changeset malbild:cases-001-9
CREATE TABLE case_deadlines (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  kind VARCHAR(60) NOT NULL,
  name_sv VARCHAR(200) NOT NULL,
  name_en VARCHAR(200) NOT NULL,
  clock VARCHAR(10) NOT NULL,
  basis VARCHAR(300) NOT NULL,
  start_date DATE NOT NULL,
  computed_due_date DATE NOT NULL,
  due_date DATE NOT NULL,
  state VARCHAR(10) NOT NULL,
  settled_on DATE NULL,
  INDEX ix_case_deadlines (case_id, due_date),
  INDEX ix_case_deadlines_open (authority_id, state, due_date)
);
