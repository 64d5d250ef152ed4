--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:friction-002-1
CREATE TABLE own_event_packs (
  authority_id UUID NOT NULL,
  after_seq BIGINT NOT NULL,
  last_seq BIGINT NOT NULL,
  PRIMARY KEY (authority_id, after_seq)
);

--changeset malbild:friction-002-2
CREATE TABLE own_event_segments (
  authority_id UUID NOT NULL,
  after_seq BIGINT NOT NULL,
  column_name VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  bytes LONGBLOB NOT NULL,
  PRIMARY KEY (authority_id, after_seq, column_name)
);
