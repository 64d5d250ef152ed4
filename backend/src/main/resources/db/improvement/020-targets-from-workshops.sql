--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- The workshop that the wording was agreed on in.
--changeset malbild:improvement-020-1
ALTER TABLE target_revisions ADD COLUMN workshop_id UUID NULL;
