--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:platform-001-1
CREATE TABLE case_events (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  case_id UUID NOT NULL,
  case_seq INT NOT NULL,
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
  CONSTRAINT uq_case_events_chain UNIQUE (case_id, case_seq),
  CONSTRAINT uq_case_events_seq UNIQUE (seq),
  INDEX ix_case_events_waiting (seq, recorded_at)
);

--changeset malbild:platform-001-2
CREATE TABLE authority_events (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  chain_id UUID NOT NULL,
  chain_seq INT NOT NULL,
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
  CONSTRAINT uq_authority_events_chain UNIQUE (chain_id, chain_seq),
  CONSTRAINT uq_authority_events_seq UNIQUE (seq),
  INDEX ix_authority_events_waiting (seq, recorded_at)
);

--changeset malbild:platform-001-3
CREATE TABLE chain_heads (
  chain_id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  kind VARCHAR(10) NOT NULL,
  last_seq INT NOT NULL,
  last_hash BINARY(32) NOT NULL
);

--changeset malbild:platform-001-4
CREATE TABLE outbox_counters (
  name VARCHAR(10) NOT NULL PRIMARY KEY,
  next_seq BIGINT NOT NULL
);

--changeset malbild:platform-001-5
INSERT INTO outbox_counters (name, next_seq) VALUES ('CASE', 1), ('AUTHORITY', 1);
