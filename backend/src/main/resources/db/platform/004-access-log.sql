--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- One chain for each reader, so that readers never wait for one another.
--changeset malbild:platform-004-1
CREATE TABLE access_events (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  reader_id UUID NOT NULL,
  reader_seq INT NOT NULL,
  seq BIGINT NULL,
  occurred_at DATETIME(6) NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  activity VARCHAR(60) NOT NULL,
  case_type_id UUID NULL,
  case_type_version INT NULL,
  object_refs VARCHAR(2000) NOT NULL,
  actor_kind VARCHAR(10) NOT NULL,
  actor_id UUID NULL,
  role VARCHAR(30) NULL,
  unit_id UUID NULL,
  on_behalf_of UUID NULL,
  channel VARCHAR(20) NULL,
  from_state VARCHAR(30) NULL,
  to_state VARCHAR(30) NULL,
  reason_code VARCHAR(60) NULL,
  reason VARCHAR(4000) NULL,
  duration_ms BIGINT NULL,
  correlation_id VARCHAR(64) NULL,
  attributes TEXT NULL,
  secrecy_level VARCHAR(12) NOT NULL,
  payload_hash BINARY(32) NOT NULL,
  prev_hash BINARY(32) NOT NULL,
  hash BINARY(32) NOT NULL,
  case_ref CHAR(36) CHARACTER SET ascii AS (IF(object_refs LIKE '["case:%', SUBSTRING(object_refs, 8, 36), NULL)) STORED,
  CONSTRAINT uq_access_events_chain UNIQUE (reader_id, reader_seq),
  CONSTRAINT uq_access_events_seq UNIQUE (seq),
  INDEX ix_access_events_waiting (seq, recorded_at),
  INDEX ix_access_events_newest (authority_id, occurred_at, id),
  INDEX ix_access_events_of_case (authority_id, case_ref, occurred_at, id),
  INDEX ix_access_events_of_reader (authority_id, reader_id, occurred_at, id)
);

--changeset malbild:platform-004-2
INSERT INTO outbox_counters (name, next_seq) VALUES ('ACCESS', 1);

--changeset malbild:platform-004-3
ALTER TABLE checkpoint_position ADD COLUMN access_seq BIGINT NOT NULL DEFAULT 0;
