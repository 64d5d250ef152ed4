--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- An authority's own versions of maturity models. A published row never changes but for its withdrawal.
--changeset malbild:maturity-003-1
CREATE TABLE maturity_models (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  model_id VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(10) NOT NULL,
  document MEDIUMTEXT NOT NULL,
  content_hash CHAR(64) NOT NULL,
  based_on_id VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  based_on_version VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  drafted_by UUID NOT NULL,
  drafted_at DATETIME(6) NOT NULL,
  published_by UUID NULL,
  published_at DATETIME(6) NULL,
  withdrawn_by UUID NULL,
  withdrawn_at DATETIME(6) NULL,
  withdrawn_reason VARCHAR(1000) NULL,
  revision BIGINT NOT NULL,
  CONSTRAINT uq_maturity_models UNIQUE (authority_id, model_id, version)
);

-- Whoever has written in a draft, and so cannot publish it.
--changeset malbild:maturity-003-2
CREATE TABLE maturity_model_authors (
  model_row_id UUID NOT NULL,
  author_id UUID NOT NULL,
  authority_id UUID NOT NULL,
  PRIMARY KEY (model_row_id, author_id)
);
