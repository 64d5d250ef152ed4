--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- What was drawn up here as text is final from the start; what is on paper or awaits its file is not.
--changeset malbild:cases-006-1
ALTER TABLE case_records
  ADD COLUMN status VARCHAR(8) NOT NULL DEFAULT (IF(sha256 IS NULL, 'working', 'final')),
  ADD COLUMN status_reason VARCHAR(1000) NULL,
  ADD COLUMN row_version BIGINT NOT NULL DEFAULT 1;

--changeset malbild:cases-006-2
CREATE TABLE uploads (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  user_id UUID NOT NULL,
  file_name VARCHAR(255) NOT NULL,
  declared_type VARCHAR(120) NULL,
  declared_size BIGINT NOT NULL,
  expected_hash CHAR(64) NULL,
  received BIGINT NOT NULL,
  sha256 CHAR(64) NULL,
  media_type VARCHAR(120) NULL,
  type_mismatch BOOLEAN NOT NULL,
  quarantine VARCHAR(20) NULL,
  used_at DATETIME(6) NULL,
  touched_at DATETIME(6) NOT NULL,
  INDEX ix_uploads_touched (touched_at)
);

--changeset malbild:cases-006-3
CREATE TABLE upload_parts (
  upload_id UUID NOT NULL,
  authority_id UUID NOT NULL,
  start_byte BIGINT NOT NULL,
  sha256 CHAR(64) NOT NULL,
  PRIMARY KEY (upload_id, start_byte)
);

--changeset malbild:cases-006-4
CREATE TABLE record_files (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  record_id UUID NOT NULL,
  kind VARCHAR(15) NOT NULL,
  n INT NOT NULL,
  parent_id UUID NULL,
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
  note VARCHAR(1000) NULL,
  created_by UUID NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_record_files UNIQUE (record_id, kind, n),
  INDEX ix_record_files_to_scan (scan_next)
);
