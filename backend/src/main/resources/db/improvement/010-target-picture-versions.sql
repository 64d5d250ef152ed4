--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:improvement-010-1
CREATE TABLE target_perspective_words (
  assessment_id UUID NOT NULL,
  perspective VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  authority_id UUID NOT NULL,
  narrative TEXT NOT NULL,
  PRIMARY KEY (assessment_id, perspective)
);

--changeset malbild:improvement-010-2
CREATE TABLE target_picture_versions (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  assessment_id UUID NOT NULL,
  unit_id UUID NOT NULL,
  number INT NOT NULL,
  reason VARCHAR(2000) NULL,
  state VARCHAR(10) NOT NULL,
  created_by UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  changed_by UUID NOT NULL,
  signed_by UUID NULL,
  signed_at DATETIME(6) NULL,
  content MEDIUMTEXT NULL,
  content_hash CHAR(64) NULL,
  version BIGINT NOT NULL,
  CONSTRAINT uq_target_picture_versions UNIQUE (assessment_id, number),
  INDEX ix_target_picture_versions_newest (authority_id, created_at, id)
);
