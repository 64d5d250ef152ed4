--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:access-002-1
CREATE TABLE substitutions (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  principal_id UUID NOT NULL,
  substitute_id UUID NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  for_cases BOOLEAN NOT NULL,
  for_decisions BOOLEAN NOT NULL,
  created_by UUID NULL,
  created_at DATETIME(6) NOT NULL,
  ended_on DATE NULL,
  start_told BOOLEAN NOT NULL DEFAULT FALSE,
  end_told BOOLEAN NOT NULL DEFAULT FALSE,
  version BIGINT NOT NULL,
  INDEX ix_substitutions_of_substitute (authority_id, substitute_id, valid_to),
  INDEX ix_substitutions_of_principal (authority_id, principal_id, valid_to),
  INDEX ix_substitutions_untold (start_told, end_told, valid_from)
);
