--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- A target agreed on in the room, whole: why it is enough, who answers for it and by when; decided_at = when it was said.
--changeset malbild:maturity-020-1
ALTER TABLE workshop_questions
  ADD COLUMN target_because VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NULL,
  ADD COLUMN target_owner_id UUID NULL,
  ADD COLUMN target_due_date DATE NULL,
  ADD COLUMN decided_at DATETIME(6) NULL;

-- The test question of the lobby is shown; what is chosen lies among the votes of an open round until it is taken away.
--changeset malbild:maturity-020-2
ALTER TABLE workshops ADD COLUMN test_question BOOLEAN NOT NULL DEFAULT FALSE;
