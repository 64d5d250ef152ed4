--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- An assessment of a process is about one case type of the whole authority; without one it is about its unit.
--changeset malbild:maturity-031-1
ALTER TABLE assessments ADD COLUMN case_type_key VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL;
