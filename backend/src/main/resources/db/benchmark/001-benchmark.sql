--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- A value somebody has given, or may give. `contributor` is the same for all an agency gives, by whatever client; `pool` is all that is
-- compared together; `standing` holds one value that stands for a contributor and measure. No role reads values of others from here.
--changeset malbild:benchmark-001-1
CREATE TABLE benchmark_contributions (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  client_id UUID NULL,
  contributor VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name_sv VARCHAR(200) NOT NULL,
  name_en VARCHAR(200) NULL,
  kind VARCHAR(20) NOT NULL,
  code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  model_id VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  model_version VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  benchmark_year INT NOT NULL,
  size_class VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  case_type_key VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  pool VARCHAR(250) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  measured DOUBLE NOT NULL,
  n BIGINT NULL,
  state VARCHAR(12) NOT NULL,
  standing CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  source_kind VARCHAR(20) NULL,
  source_id UUID NULL,
  source_title VARCHAR(200) NULL,
  prepared_by UUID NULL,
  prepared_at DATETIME(6) NOT NULL,
  given_by UUID NULL,
  given_at DATETIME(6) NULL,
  ended_by UUID NULL,
  ended_at DATETIME(6) NULL,
  version BIGINT NOT NULL,
  CONSTRAINT uq_benchmark_contributions_standing UNIQUE (standing),
  INDEX ix_benchmark_contributions_of_authority (authority_id, prepared_at, id),
  INDEX ix_benchmark_contributions_of_client (client_id, state, given_at),
  INDEX ix_benchmark_contributions_pool (state, pool)
);

-- A frozen cohort. It is nobody's: whose it is, and who may see it, stands in its members' rows. Rows are added, never changed.
--changeset malbild:benchmark-001-2
CREATE TABLE benchmark_cohorts (
  id UUID NOT NULL PRIMARY KEY,
  pool VARCHAR(250) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq INT NOT NULL,
  model_version VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  frozen_at DATETIME(6) NOT NULL,
  members INT NOT NULL,
  content_hash CHAR(64) NOT NULL,
  CONSTRAINT uq_benchmark_cohorts_pool UNIQUE (pool, seq)
);

--changeset malbild:benchmark-001-3
CREATE TABLE benchmark_cohort_members (
  cohort_id UUID NOT NULL,
  contributor VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  authority_id UUID NOT NULL,
  client_id UUID NULL,
  contribution_id UUID NOT NULL,
  name_sv VARCHAR(200) NOT NULL,
  name_en VARCHAR(200) NULL,
  measured DOUBLE NOT NULL,
  n BIGINT NULL,
  PRIMARY KEY (cohort_id, contributor),
  INDEX ix_benchmark_cohort_members_of (authority_id, contributor)
);
