--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:cases-009-1
CREATE TABLE delegation_case_types (
  authority_id UUID NOT NULL,
  case_type_key VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  delegation_id UUID NOT NULL,
  PRIMARY KEY (authority_id, case_type_key, delegation_id),
  INDEX ix_delegation_case_types (authority_id, delegation_id)
);

--changeset malbild:cases-009-2
INSERT INTO delegation_case_types (authority_id, case_type_key, delegation_id) SELECT authority_id, case_type_key, id FROM delegations;

--changeset malbild:cases-009-3
CREATE INDEX ix_delegations_register ON delegations (authority_id, id);

--changeset malbild:cases-009-4
CREATE INDEX ix_delegations_decision ON delegations (authority_id, decision_type_key, id);

--changeset malbild:cases-009-5
DROP INDEX ix_delegations ON delegations;

--changeset malbild:cases-009-6
ALTER TABLE delegations
  DROP COLUMN case_type_key,
  MODIFY COLUMN holder_role VARCHAR(30) NULL,
  ADD COLUMN holder_id UUID NULL,
  ADD COLUMN amount_limit BIGINT NULL,
  ADD COLUMN amount_field VARCHAR(62) NULL,
  ADD COLUMN state VARCHAR(10) NOT NULL DEFAULT 'active',
  ADD COLUMN proposed_by UUID NULL,
  ADD COLUMN proposed_at DATETIME(6) NULL,
  ADD COLUMN settled_by UUID NULL,
  ADD COLUMN settled_at DATETIME(6) NULL,
  ADD COLUMN settled_reason VARCHAR(1000) NULL,
  ADD COLUMN ended_on DATE NULL,
  ADD COLUMN ended_by UUID NULL,
  ADD COLUMN end_reason VARCHAR(1000) NULL,
  ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

--changeset malbild:cases-009-7
ALTER TABLE case_decisions ADD COLUMN on_behalf_of UUID NULL, ADD COLUMN needs_adoption BOOLEAN NOT NULL DEFAULT FALSE, ADD COLUMN adopted_by UUID NULL;

--changeset malbild:cases-009-8
CREATE INDEX ix_case_conflicts_waiting ON case_conflicts (authority_id, ruling, declared_at, id);
