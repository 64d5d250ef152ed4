--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- Groups of an assessment's own have a name; a group too small for answers that may be shown is placed together in the room (joint).
--changeset malbild:maturity-030-1
ALTER TABLE assessment_groups
  ADD COLUMN label_sv VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NULL,
  ADD COLUMN label_en VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NULL,
  ADD COLUMN joint BOOLEAN NOT NULL DEFAULT FALSE;

-- One shared level per criterion and group, given aloud. A later one supersedes it; rows are added, never changed.
--changeset malbild:maturity-030-2
CREATE TABLE joint_placements (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  assessment_id UUID NOT NULL,
  seq INT NOT NULL,
  group_code VARCHAR(20) NOT NULL,
  criterion VARCHAR(19) NOT NULL,
  level SMALLINT NOT NULL,
  placed_on DATE NOT NULL,
  placed_by UUID NOT NULL,
  placed_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_joint_placements_seq UNIQUE (assessment_id, seq)
);
