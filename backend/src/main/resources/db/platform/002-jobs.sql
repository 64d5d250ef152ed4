--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:platform-002-1
CREATE TABLE jobs (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  user_id UUID NOT NULL,
  kind VARCHAR(60) NOT NULL,
  input TEXT NOT NULL,
  state VARCHAR(12) NOT NULL,
  progress_done BIGINT NULL,
  progress_total BIGINT NULL,
  progress_unit VARCHAR(30) NULL,
  cancel_requested BOOLEAN NOT NULL DEFAULT FALSE,
  worker UUID NULL,
  lease_until DATETIME(6) NULL,
  result TEXT NULL,
  problem TEXT NULL,
  created_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6) NULL,
  INDEX ix_jobs_waiting (state, lease_until, created_at),
  INDEX ix_jobs_of_user (authority_id, user_id, created_at, id)
);

--changeset malbild:platform-002-2
CREATE TABLE idempotency_keys (
  authority_id UUID NOT NULL,
  caller_id UUID NOT NULL,
  idempotency_key VARCHAR(100) NOT NULL,
  operation VARCHAR(80) NOT NULL,
  content_hash BINARY(32) NOT NULL,
  status SMALLINT NOT NULL,
  headers TEXT NOT NULL,
  body MEDIUMTEXT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (authority_id, caller_id, idempotency_key),
  INDEX ix_idempotency_keys_age (created_at)
);
