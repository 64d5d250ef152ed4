--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- Codes of the perspectives an assessment asks about, with blanks between; null = all of the model's.
--changeset malbild:maturity-004-1
ALTER TABLE assessments ADD COLUMN perspectives VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NULL;
