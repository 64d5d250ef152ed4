--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:exchange-002-1
CREATE TABLE webhooks (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  client_id UUID NOT NULL,
  url VARCHAR(1000) NOT NULL,
  event_types VARCHAR(1000) NOT NULL,
  disabled_reason VARCHAR(60) NULL,
  last_delivered_at DATETIME(6) NULL,
  last_failure VARCHAR(200) NULL,
  last_failed_at DATETIME(6) NULL,
  next_seq BIGINT NOT NULL,
  version BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  INDEX ix_webhooks_of_client (client_id, id),
  INDEX ix_webhooks_of_authority (authority_id, id)
);

--changeset malbild:exchange-002-2
CREATE TABLE webhook_keys (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  webhook_id UUID NOT NULL,
  algorithm VARCHAR(20) NOT NULL,
  sealed VARBINARY(1000) NOT NULL,
  public_key VARCHAR(200) NULL,
  created_at DATETIME(6) NOT NULL,
  retires_at DATETIME(6) NULL,
  INDEX ix_webhook_keys_of (webhook_id, id)
);

--changeset malbild:exchange-002-3
CREATE TABLE webhook_messages (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  webhook_id UUID NOT NULL,
  seq BIGINT NOT NULL,
  kind VARCHAR(60) NOT NULL,
  resource_id UUID NOT NULL,
  occurred_at DATETIME(6) NOT NULL,
  state VARCHAR(12) NOT NULL,
  tries INT NOT NULL,
  next_at DATETIME(6) NULL,
  claimed_until DATETIME(6) NULL,
  created_at DATETIME(6) NOT NULL,
  settled_at DATETIME(6) NULL,
  CONSTRAINT uq_webhook_messages_seq UNIQUE (webhook_id, seq),
  INDEX ix_webhook_messages_due (state, next_at),
  INDEX ix_webhook_messages_of (webhook_id, state, created_at),
  INDEX ix_webhook_messages_old (created_at)
);

--changeset malbild:exchange-002-4
CREATE TABLE webhook_case_faces (
  case_id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  face VARCHAR(300) NOT NULL
);

--changeset malbild:exchange-002-5
CREATE TABLE webhook_positions (
  name VARCHAR(20) NOT NULL PRIMARY KEY,
  last_seq BIGINT NOT NULL
);

--changeset malbild:exchange-002-6
INSERT INTO webhook_positions (name, last_seq) VALUES ('CASE', 0);
