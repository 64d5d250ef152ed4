--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- An interview holds a role in words and a group; no table has a place for a name.
--changeset malbild:maturity-010-1
CREATE TABLE interviews (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  assessment_id UUID NOT NULL,
  group_code VARCHAR(20) NOT NULL,
  unit_id UUID NULL,
  people_in_role INT NULL,
  role_text VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  planned_on DATE NOT NULL,
  held_on DATE NULL,
  state VARCHAR(10) NOT NULL,
  interviewer_id UUID NOT NULL,
  asks_frictions BOOLEAN NOT NULL,
  consent_quotes BOOLEAN NULL,
  consent_archiving BOOLEAN NULL,
  consent_on DATE NULL,
  withdrawn_on DATE NULL,
  version BIGINT NOT NULL,
  INDEX ix_interviews_newest (authority_id, assessment_id, id)
);

--changeset malbild:maturity-010-2
CREATE TABLE interview_questions (
  interview_id UUID NOT NULL,
  position SMALLINT NOT NULL,
  authority_id UUID NOT NULL,
  question_key VARCHAR(60) NOT NULL,
  origin VARCHAR(10) NOT NULL,
  criterion VARCHAR(19) NULL,
  share DOUBLE NULL,
  texts TEXT NOT NULL,
  PRIMARY KEY (interview_id, position)
);

--changeset malbild:maturity-010-3
CREATE TABLE interview_notes (
  interview_id UUID NOT NULL,
  question_key VARCHAR(60) NOT NULL,
  authority_id UUID NOT NULL,
  content MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (interview_id, question_key)
);

-- The identity is random, so that neither it nor the order tells when a quote was made. criterion = that of the first coding.
--changeset malbild:maturity-010-4
CREATE TABLE interview_quotes (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  assessment_id UUID NOT NULL,
  interview_id UUID NOT NULL,
  question_key VARCHAR(60) NULL,
  content VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  screened_by UUID NULL,
  criterion VARCHAR(19) NULL,
  version BIGINT NOT NULL,
  INDEX ix_interview_quotes_assessment (assessment_id, id),
  INDEX ix_interview_quotes_interview (interview_id, id),
  INDEX ix_interview_quotes_criterion (assessment_id, criterion, id)
);

-- One row for each coder of a quote; seq 1 = the coding that is shown.
--changeset malbild:maturity-010-5
CREATE TABLE quote_codings (
  quote_id UUID NOT NULL,
  coder_id UUID NOT NULL,
  authority_id UUID NOT NULL,
  seq SMALLINT NOT NULL,
  criterion VARCHAR(19) NOT NULL,
  level SMALLINT NULL,
  tone VARCHAR(10) NOT NULL,
  aspect VARCHAR(10) NOT NULL,
  coded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (quote_id, coder_id)
);
