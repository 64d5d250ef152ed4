--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:maturity-005-1
CREATE TABLE assessment_timelines (
  assessment_id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  version BIGINT NOT NULL
);

--changeset malbild:maturity-005-2
CREATE TABLE assessment_steps (
  assessment_id UUID NOT NULL,
  kind VARCHAR(12) NOT NULL,
  authority_id UUID NOT NULL,
  starts_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  responsible VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NULL,
  done_on DATE NULL,
  PRIMARY KEY (assessment_id, kind)
);
