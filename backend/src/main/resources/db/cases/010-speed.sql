--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- The cases of a unit by due date, however many it has had. On ten million cases the index takes about a minute.

--changeset malbild:cases-010-1
CREATE INDEX ix_cases_due_of_unit ON cases (authority_id, unit_id, state, next_due, id);
