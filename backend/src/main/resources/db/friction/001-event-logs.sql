--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:friction-001-1
CREATE TABLE event_logs (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  own_of UUID NULL,
  kind VARCHAR(10) NOT NULL,
  title VARCHAR(200) COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  unit_id UUID NOT NULL,
  source_name VARCHAR(200) NULL,
  source_bytes BIGINT NULL,
  case_count BIGINT NOT NULL,
  event_count BIGINT NOT NULL,
  activity_count INT NOT NULL,
  first_at DATETIME(6) NULL,
  last_at DATETIME(6) NULL,
  quality MEDIUMTEXT NOT NULL,
  pseudonym_key BINARY(32) NOT NULL,
  created_by UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT uq_event_logs_own UNIQUE (own_of),
  INDEX ix_event_logs_newest (authority_id, kind, created_at, id)
);

--changeset malbild:friction-001-2
CREATE TABLE event_log_segments (
  log_id UUID NOT NULL,
  authority_id UUID NOT NULL,
  column_name VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  part INT NOT NULL,
  bytes LONGBLOB NOT NULL,
  PRIMARY KEY (log_id, column_name, part)
);

--changeset malbild:friction-001-3
CREATE TABLE event_log_profiles (
  log_id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  profile MEDIUMTEXT NOT NULL,
  confirmed_by UUID NOT NULL,
  confirmed_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL
);

--changeset malbild:friction-001-4
CREATE INDEX ix_case_events_of_authority ON case_events (authority_id, seq);
