--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:maturity-011-1
CREATE TABLE evidence (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  assessment_id UUID NOT NULL,
  criterion VARCHAR(19) NOT NULL,
  level SMALLINT NOT NULL,
  kind VARCHAR(12) NOT NULL,
  title VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  description VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  link VARCHAR(1000) NULL,
  submitted_by UUID NOT NULL,
  submitted_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  INDEX ix_evidence_newest (assessment_id, criterion, id)
);

-- Rows are added, never changed: the one with the highest seq holds.
--changeset malbild:maturity-011-2
CREATE TABLE evidence_verdicts (
  evidence_id UUID NOT NULL,
  seq INT NOT NULL,
  authority_id UUID NOT NULL,
  assessment_id UUID NOT NULL,
  verdict VARCHAR(12) NOT NULL,
  comment VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  valid_until DATE NOT NULL,
  checked_by UUID NOT NULL,
  checked_at DATETIME(6) NOT NULL,
  PRIMARY KEY (evidence_id, seq),
  INDEX ix_evidence_verdicts_assessment (assessment_id)
);
