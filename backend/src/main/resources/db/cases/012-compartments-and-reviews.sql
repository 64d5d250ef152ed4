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
