--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:cases-012-1
ALTER TABLE compartments ADD COLUMN ended_at DATETIME(6) NULL, ADD COLUMN ended_by UUID NULL, ADD COLUMN end_reason VARCHAR(1000) NULL;

--changeset malbild:cases-012-2
ALTER TABLE case_openings ADD COLUMN alarmed_at DATETIME(6) NULL;

--changeset malbild:cases-012-3
CREATE INDEX ix_case_openings_overdue ON case_openings (authority_id, reviewed_at, review_due, id);

--changeset malbild:cases-012-4
ALTER TABLE case_notices ADD COLUMN review_overdue BOOLEAN NOT NULL DEFAULT FALSE;

--changeset malbild:cases-012-5
CREATE TABLE case_record_markings (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  record_id UUID NOT NULL,
  provision VARCHAR(200) NOT NULL,
  marked_on DATE NOT NULL,
  marking_authority VARCHAR(200) NOT NULL,
  note VARCHAR(2000) NULL,
  hides_title BOOLEAN NOT NULL,
  marked_by UUID NOT NULL,
  marked_at DATETIME(6) NOT NULL,
  withdrawn_by UUID NULL,
  withdrawn_at DATETIME(6) NULL,
  withdrawal_reason VARCHAR(1000) NULL,
  INDEX ix_case_record_markings (case_id, withdrawn_at, record_id)
);
