--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:improvement-004-1
CREATE TABLE roadmap_capacities (
  authority_id UUID NOT NULL PRIMARY KEY,
  capacity DECIMAL(6, 2) NOT NULL,
  version BIGINT NOT NULL
);
