--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- A draft that is not kept when its case is closed is discarded: number and title remain.
--changeset malbild:cases-013-1
ALTER TABLE case_records MODIFY COLUMN status VARCHAR(10) NOT NULL DEFAULT (IF(sha256 IS NULL, 'working', 'final'));

-- Conflicts that were disregarded for a time are looked for by their last day.
--changeset malbild:cases-013-2
CREATE INDEX ix_case_conflicts_expiry ON case_conflicts (authority_id, ruling, expires_on);
