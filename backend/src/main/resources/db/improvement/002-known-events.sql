--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:improvement-002-1
CREATE TABLE known_events (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  unit_id UUID NULL,
  event_date DATE NOT NULL,
  words VARCHAR(300) NOT NULL,
  created_by UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  INDEX ix_known_events (authority_id, event_date, id)
);
