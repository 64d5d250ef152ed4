--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- Proposals to release a file from quarantine. A file with a confirmed one is given out.
--changeset malbild:cases-015-1
CREATE TABLE record_file_releases (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  record_id UUID NOT NULL,
  file_id UUID NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  state VARCHAR(10) NOT NULL,
  proposed_by UUID NOT NULL,
  proposed_at DATETIME(6) NOT NULL,
  settled_by UUID NULL,
  settled_at DATETIME(6) NULL,
  settled_reason VARCHAR(1000) NULL,
  INDEX ix_record_file_releases (record_id, proposed_at),
  INDEX ix_record_file_releases_file (file_id, state)
);
