--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:improvement-001-1
CREATE TABLE target_pictures (
  assessment_id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  narrative TEXT NULL,
  written_by UUID NULL,
  written_at DATETIME(6) NULL,
  version BIGINT NOT NULL
);

--changeset malbild:improvement-001-2
CREATE TABLE targets (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  assessment_id UUID NOT NULL,
  criterion VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  state VARCHAR(10) NOT NULL,
  accepted_revision INT NULL,
  proposed_revision INT NULL,
  last_revision INT NOT NULL,
  withdrawn_reason VARCHAR(1000) NULL,
  version BIGINT NOT NULL,
  CONSTRAINT uq_targets UNIQUE (assessment_id, criterion),
  INDEX ix_targets_of_authority (authority_id, state)
);

--changeset malbild:improvement-001-3
CREATE TABLE target_revisions (
  target_id UUID NOT NULL,
  revision INT NOT NULL,
  authority_id UUID NOT NULL,
  level TINYINT NOT NULL,
  weight TINYINT NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  good_enough_because VARCHAR(1000) NULL,
  owner_id UUID NOT NULL,
  due_date DATE NOT NULL,
  proposed_by UUID NOT NULL,
  proposed_at DATETIME(6) NOT NULL,
  accepted_by UUID NULL,
  accepted_at DATETIME(6) NULL,
  superseded_at DATETIME(6) NULL,
  PRIMARY KEY (target_id, revision)
);

--changeset malbild:improvement-001-4
CREATE TABLE roadmap_items (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  unit_id UUID NOT NULL,
  assessment_id UUID NULL,
  recommendation VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  title_sv VARCHAR(300) NOT NULL,
  title_en VARCHAR(300) NOT NULL,
  description TEXT NULL,
  owner_id UUID NOT NULL,
  start_date DATE NOT NULL,
  end_date DATE NOT NULL,
  state VARCHAR(10) NOT NULL,
  contents MEDIUMTEXT NOT NULL,
  baseline MEDIUMTEXT NULL,
  started_at DATETIME(6) NULL,
  ended_at DATETIME(6) NULL,
  end_note VARCHAR(2000) NULL,
  created_by UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  INDEX ix_roadmap_items (authority_id, start_date, id),
  INDEX ix_roadmap_items_of_unit (authority_id, unit_id, recommendation),
  INDEX ix_roadmap_items_of_owner (authority_id, owner_id, start_date, id),
  INDEX ix_roadmap_items_of_assessment (authority_id, assessment_id, start_date, id)
);
