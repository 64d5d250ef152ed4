--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- Files that came with an item of the inbox, until the item is a record of a case and they are its files.
--changeset malbild:cases-014-1
CREATE TABLE inbox_files (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  item_id UUID NOT NULL,
  position INT NOT NULL,
  file_name VARCHAR(255) NOT NULL,
  size_bytes BIGINT NOT NULL,
  sha256 CHAR(64) NOT NULL,
  declared_type VARCHAR(120) NULL,
  media_type VARCHAR(120) NOT NULL,
  type_mismatch BOOLEAN NOT NULL,
  quarantine VARCHAR(20) NULL,
  scan_state VARCHAR(12) NOT NULL,
  scan_tries INT NOT NULL,
  scan_next DATETIME(6) NULL,
  created_by UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_inbox_files UNIQUE (item_id, position),
  INDEX ix_inbox_files_to_scan (scan_next)
);
