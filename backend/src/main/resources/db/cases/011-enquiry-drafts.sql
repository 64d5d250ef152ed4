--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:cases-011-1
CREATE TABLE case_enquiry_drafts (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  asked MEDIUMTEXT NOT NULL,
  state VARCHAR(10) NOT NULL,
  written_by UUID NOT NULL,
  written_at DATETIME(6) NOT NULL,
  settled_by UUID NULL,
  settled_at DATETIME(6) NULL,
  INDEX ix_case_enquiry_drafts (case_id, state, written_at)
);

--changeset malbild:cases-011-2
ALTER TABLE case_enquiries ADD COLUMN drafted_by UUID NULL;
