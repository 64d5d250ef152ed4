--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:access-001-1
CREATE TABLE authorities (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  name_sv VARCHAR(200) NOT NULL,
  name_en VARCHAR(200) NULL,
  time_zone VARCHAR(60) NOT NULL,
  created_at DATETIME(6) NOT NULL
);

--changeset malbild:access-001-2
CREATE TABLE units (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  parent_id UUID NULL,
  code VARCHAR(20) NOT NULL,
  name_sv VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  name_en VARCHAR(200) NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NULL,
  successor_ids VARCHAR(2000) NOT NULL DEFAULT '',
  version BIGINT NOT NULL,
  CONSTRAINT uq_units_code UNIQUE (authority_id, code, valid_from)
);

--changeset malbild:access-001-3
CREATE TABLE users (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  user_name VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NOT NULL,
  display_name VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  title VARCHAR(200) NULL,
  email VARCHAR(200) NULL,
  status VARCHAR(10) NOT NULL,
  password_hash VARCHAR(200) NOT NULL,
  must_change_password BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_users_name UNIQUE (user_name),
  INDEX ix_users_by_name (authority_id, display_name, id)
);

--changeset malbild:access-001-4
CREATE TABLE grants (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  user_id UUID NOT NULL,
  role VARCHAR(30) NOT NULL,
  unit_id UUID NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NULL,
  state VARCHAR(10) NOT NULL,
  proposed_by UUID NULL,
  approved_by UUID NULL,
  created_at DATETIME(6) NOT NULL,
  INDEX ix_grants_of_user (authority_id, user_id, state),
  INDEX ix_grants_by_role (authority_id, role, state)
);

--changeset malbild:access-001-5
CREATE TABLE sessions (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  user_id UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6) NULL,
  confirmed_at DATETIME(6) NULL,
  INDEX ix_sessions_of_user (user_id, ended_at)
);
