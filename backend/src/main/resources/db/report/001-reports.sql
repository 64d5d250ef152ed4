--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:report-001-1
CREATE TABLE reports (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  assessment_id UUID NOT NULL,
  unit_id UUID NOT NULL,
  event_log_id UUID NULL,
  title VARCHAR(200) NOT NULL,
  summary VARCHAR(2000) NULL,
  proposal VARCHAR(2000) NULL,
  state VARCHAR(10) NOT NULL,
  created_by UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  signed_by UUID NULL,
  signed_at DATETIME(6) NULL,
  content MEDIUMTEXT NULL,
  content_hash CHAR(64) NULL,
  version BIGINT NOT NULL,
  INDEX ix_reports_newest (authority_id, created_at, id),
  INDEX ix_reports_of_assessment (authority_id, assessment_id, created_at, id)
);
