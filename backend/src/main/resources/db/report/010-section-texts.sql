--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- Instant in MariaDB: a column last in the table is added without copying the rows.
--changeset malbild:report-010-1
ALTER TABLE reports ADD COLUMN sections MEDIUMTEXT NULL;
