--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:cases-004-1
ALTER TABLE case_types
  ADD COLUMN revision BIGINT NOT NULL DEFAULT 1,
  ADD COLUMN based_on_type UUID NULL,
  ADD COLUMN based_on_version INT NULL,
  ADD COLUMN changed_at DATETIME(6) NULL,
  ADD COLUMN retired_by UUID NULL,
  ADD COLUMN retired_at DATETIME(6) NULL,
  ADD COLUMN retired_reason VARCHAR(1000) NULL;

--changeset malbild:cases-004-2
CREATE TABLE case_type_authors (
  type_id UUID NOT NULL,
  version INT NOT NULL,
  user_id UUID NOT NULL,
  authority_id UUID NOT NULL,
  PRIMARY KEY (type_id, version, user_id)
);
