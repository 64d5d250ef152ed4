--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:maturity-001-1
CREATE TABLE assessments (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  unit_id UUID NOT NULL,
  name VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  period_from DATE NOT NULL,
  period_to DATE NOT NULL,
  model_id VARCHAR(60) NOT NULL,
  model_version VARCHAR(20) NOT NULL,
  event_log_id UUID NULL,
  state VARCHAR(12) NOT NULL,
  decided_count INT NOT NULL,
  created_by UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  INDEX ix_assessments_newest (authority_id, id)
);

--changeset malbild:maturity-001-2
CREATE TABLE assessment_groups (
  assessment_id UUID NOT NULL,
  authority_id UUID NOT NULL,
  group_code VARCHAR(20) NOT NULL,
  invited INT NOT NULL,
  PRIMARY KEY (assessment_id, group_code)
);

--changeset malbild:maturity-001-3
CREATE TABLE surveys (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  assessment_id UUID NOT NULL,
  state VARCHAR(10) NOT NULL,
  open_link BOOLEAN NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  closes_on DATE NULL,
  closed_at DATETIME(6) NULL,
  snapshot_hash CHAR(64) NULL,
  CONSTRAINT uq_surveys_assessment UNIQUE (assessment_id)
);

-- Ways in. Codes are kept as SHA-256 only; of a personal code the day it was used, and nothing that leads to an answer.
--changeset malbild:maturity-001-4
CREATE TABLE survey_links (
  survey_id UUID NOT NULL,
  group_code VARCHAR(20) NOT NULL,
  authority_id UUID NOT NULL,
  code_hash BINARY(32) NOT NULL,
  PRIMARY KEY (survey_id, group_code),
  CONSTRAINT uq_survey_links_code UNIQUE (code_hash)
);

--changeset malbild:maturity-001-5
CREATE TABLE survey_codes (
  code_hash BINARY(32) NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  survey_id UUID NOT NULL,
  group_code VARCHAR(20) NOT NULL,
  used_on DATE NULL,
  INDEX ix_survey_codes_group (survey_id, group_code)
);

-- A participant's session: by the hash of a random token, ending with a day, so that it does not tell when it began.
--changeset malbild:maturity-001-6
CREATE TABLE survey_sessions (
  token_hash BINARY(32) NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  survey_id UUID NOT NULL,
  group_code VARCHAR(20) NOT NULL,
  code_hash BINARY(32) NULL,
  answered BOOLEAN NOT NULL,
  expires_on DATE NOT NULL,
  INDEX ix_survey_sessions_expiry (expires_on)
);

-- Answers are counters and nothing else: no row of a respondent, no time, no order. answer = the level, or -1 for "vet inte".
--changeset malbild:maturity-001-7
CREATE TABLE survey_counters (
  survey_id UUID NOT NULL,
  group_code VARCHAR(20) NOT NULL,
  unit_id UUID NOT NULL,
  criterion VARCHAR(19) NOT NULL,
  answer SMALLINT NOT NULL,
  authority_id UUID NOT NULL,
  answers INT NOT NULL,
  PRIMARY KEY (survey_id, group_code, unit_id, criterion, answer)
);

--changeset malbild:maturity-001-8
CREATE TABLE survey_respondents (
  survey_id UUID NOT NULL,
  group_code VARCHAR(20) NOT NULL,
  unit_id UUID NOT NULL,
  authority_id UUID NOT NULL,
  respondents INT NOT NULL,
  PRIMARY KEY (survey_id, group_code, unit_id)
);

-- Random identities that a device made, kept alone until the survey closes: a repeat after a lost reply is known by it.
--changeset malbild:maturity-001-9
CREATE TABLE survey_submissions (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  survey_id UUID NOT NULL,
  INDEX ix_survey_submissions_survey (survey_id)
);

--changeset malbild:maturity-001-10
CREATE TABLE survey_snapshots (
  survey_id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  content MEDIUMTEXT NOT NULL,
  content_hash CHAR(64) NOT NULL,
  created_at DATETIME(6) NOT NULL
);

--changeset malbild:maturity-001-11
CREATE TABLE measurements (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  assessment_id UUID NOT NULL,
  event_log_id UUID NOT NULL,
  measured_at DATETIME(6) NOT NULL,
  content MEDIUMTEXT NOT NULL,
  content_hash CHAR(64) NOT NULL,
  INDEX ix_measurements_newest (assessment_id, id)
);

--changeset malbild:maturity-001-12
CREATE TABLE level_decisions (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  assessment_id UUID NOT NULL,
  seq INT NOT NULL,
  kind VARCHAR(10) NOT NULL,
  criterion VARCHAR(19) NOT NULL,
  level SMALLINT NULL,
  reason VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  decided_by UUID NOT NULL,
  decided_at DATETIME(6) NOT NULL,
  sources MEDIUMTEXT NOT NULL,
  sources_hash CHAR(64) NOT NULL,
  CONSTRAINT uq_level_decisions_seq UNIQUE (assessment_id, seq)
);
