--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:cases-007-1
ALTER TABLE cases
  ADD COLUMN compartments VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL DEFAULT '',
  ADD CONSTRAINT ck_cases_compartments CHECK (compartments = '' OR secrecy_level != 'open');

--changeset malbild:cases-007-2
CREATE TABLE case_secrecy_markings (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  level_before VARCHAR(12) NOT NULL,
  level_after VARCHAR(12) NOT NULL,
  provision VARCHAR(200) NULL,
  marked_on DATE NOT NULL,
  marking_authority VARCHAR(200) NOT NULL,
  note VARCHAR(2000) NULL,
  marked_by UUID NOT NULL,
  marked_at DATETIME(6) NOT NULL,
  INDEX ix_case_secrecy_markings (authority_id, case_id, marked_at, id)
);

--changeset malbild:cases-007-3
CREATE TABLE compartments (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  name VARCHAR(100) COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  purpose VARCHAR(500) NOT NULL,
  created_by UUID NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_compartments_name UNIQUE (authority_id, name)
);

--changeset malbild:cases-007-4
CREATE TABLE compartment_memberships (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  compartment_id UUID NOT NULL,
  user_id UUID NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NULL,
  state VARCHAR(10) NOT NULL,
  proposed_by UUID NULL,
  proposed_at DATETIME(6) NOT NULL,
  settled_by UUID NULL,
  settled_at DATETIME(6) NULL,
  INDEX ix_compartment_memberships (authority_id, compartment_id, proposed_at, id),
  INDEX ix_compartment_memberships_of_user (authority_id, user_id, state)
);

--changeset malbild:cases-007-5
CREATE TABLE case_openings (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  unit_id UUID NOT NULL,
  user_id UUID NOT NULL,
  kind VARCHAR(12) NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  review_due DATE NULL,
  reviewed_by UUID NULL,
  reviewed_at DATETIME(6) NULL,
  finding VARCHAR(12) NULL,
  review_note VARCHAR(2000) NULL,
  INDEX ix_case_openings_of_user (authority_id, user_id, expires_at),
  INDEX ix_case_openings_review (authority_id, kind, opened_at, id)
);

--changeset malbild:cases-007-6
ALTER TABLE case_notices ADD COLUMN opening_id UUID NULL;
