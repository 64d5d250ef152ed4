--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:access-005-1
CREATE TABLE api_clients (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  name VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  agency VARCHAR(200) NOT NULL,
  purpose VARCHAR(500) NOT NULL,
  contact_email VARCHAR(200) NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NULL,
  state VARCHAR(10) NOT NULL,
  proposed_by UUID NOT NULL,
  approved_by UUID NULL,
  last_called_at DATETIME(6) NULL,
  version BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_api_clients_name UNIQUE (authority_id, name),
  INDEX ix_api_clients_by_name (authority_id, name, id)
);

--changeset malbild:access-005-2
CREATE TABLE api_client_grants (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  client_id UUID NOT NULL,
  scope VARCHAR(60) NOT NULL,
  extent VARCHAR(20) NOT NULL,
  case_type_keys VARCHAR(4000) NOT NULL,
  legal_basis VARCHAR(500) NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NULL,
  state VARCHAR(10) NOT NULL,
  proposed_by UUID NOT NULL,
  approved_by UUID NULL,
  created_at DATETIME(6) NOT NULL,
  INDEX ix_api_client_grants_of (client_id, id)
);

--changeset malbild:access-005-3
CREATE TABLE api_client_keys (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  client_id UUID NOT NULL,
  kind VARCHAR(20) NOT NULL,
  public_key VARBINARY(2000) NULL,
  secret_hash BINARY(32) NULL,
  hint VARCHAR(80) NOT NULL,
  valid_to DATE NULL,
  created_by UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6) NULL,
  INDEX ix_api_client_keys_of (client_id, id)
);

--changeset malbild:access-005-4
CREATE TABLE api_client_assertions (
  client_id UUID NOT NULL,
  jti_hash BINARY(32) NOT NULL,
  authority_id UUID NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (client_id, jti_hash),
  INDEX ix_api_client_assertions_old (expires_at)
);
