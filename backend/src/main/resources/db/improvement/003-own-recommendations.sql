--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:improvement-003-1
CREATE TABLE own_recommendations (
  authority_id UUID NOT NULL,
  code VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  contents MEDIUMTEXT NOT NULL,
  withdrawn_reason VARCHAR(1000) NULL,
  created_by UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (authority_id, code)
);
