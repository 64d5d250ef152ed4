--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:platform-003-1
CREATE TABLE checkpoints (
  authority_id UUID NOT NULL,
  number INT NOT NULL,
  made_at DATETIME(6) NOT NULL,
  sha256 CHAR(64) NOT NULL,
  PRIMARY KEY (authority_id, number)
);

--changeset malbild:platform-003-2
CREATE TABLE checkpoint_position (
  id INT NOT NULL PRIMARY KEY,
  case_seq BIGINT NOT NULL,
  authority_seq BIGINT NOT NULL
);

--changeset malbild:platform-003-3
INSERT INTO checkpoint_position (id, case_seq, authority_seq) VALUES (1, 0, 0);
