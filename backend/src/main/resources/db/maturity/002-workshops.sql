--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- The code is shown on the screen in the room; it is erased when the workshop ends.
--changeset malbild:maturity-002-1
CREATE TABLE workshops (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  assessment_id UUID NOT NULL,
  name VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  starts_at DATETIME(6) NOT NULL,
  code CHAR(6) NULL,
  state VARCHAR(12) NOT NULL,
  criterion VARCHAR(19) NULL,
  round SMALLINT NOT NULL,
  version BIGINT NOT NULL,
  join_locked BOOLEAN NOT NULL,
  shared_group BOOLEAN NOT NULL,
  auto_close BOOLEAN NOT NULL,
  vote_seconds INT NOT NULL,
  talk_seconds INT NOT NULL,
  timer_total_millis BIGINT NOT NULL,
  timer_left_millis BIGINT NOT NULL,
  timer_ends_at DATETIME(6) NULL,
  agenda_point SMALLINT NOT NULL,
  created_by UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6) NULL,
  CONSTRAINT uq_workshops_code UNIQUE (code),
  INDEX ix_workshops_newest (authority_id, assessment_id, id),
  INDEX ix_workshops_timer (timer_ends_at)
);

--changeset malbild:maturity-002-2
CREATE TABLE workshop_groups (
  workshop_id UUID NOT NULL,
  group_code VARCHAR(20) NOT NULL,
  authority_id UUID NOT NULL,
  PRIMARY KEY (workshop_id, group_code)
);

--changeset malbild:maturity-002-3
CREATE TABLE workshop_questions (
  workshop_id UUID NOT NULL,
  position SMALLINT NOT NULL,
  authority_id UUID NOT NULL,
  criterion VARCHAR(19) NOT NULL,
  outcome VARCHAR(10) NOT NULL,
  revealed_round SMALLINT NOT NULL,
  level SMALLINT NULL,
  reason VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NULL,
  target_level SMALLINT NULL,
  target_reason VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NULL,
  PRIMARY KEY (workshop_id, position)
);

-- A participant: a group and the hash of a random token. seen_at tells who is still here; rows are deleted the day after the end.
--changeset malbild:maturity-002-4
CREATE TABLE workshop_sessions (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  workshop_id UUID NOT NULL,
  group_code VARCHAR(20) NOT NULL,
  token_hash BINARY(32) NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_workshop_sessions_token UNIQUE (token_hash),
  INDEX ix_workshop_sessions_workshop (workshop_id, group_code)
);

-- Votes of the round that is open, and of no other: closing it turns them into counters and deletes them. answer = the level, or -1.
--changeset malbild:maturity-002-5
CREATE TABLE workshop_votes (
  workshop_id UUID NOT NULL,
  session_id UUID NOT NULL,
  authority_id UUID NOT NULL,
  group_code VARCHAR(20) NOT NULL,
  answer SMALLINT NOT NULL,
  attempt INT NOT NULL,
  PRIMARY KEY (workshop_id, session_id)
);

--changeset malbild:maturity-002-6
CREATE TABLE workshop_counters (
  workshop_id UUID NOT NULL,
  criterion VARCHAR(19) NOT NULL,
  round SMALLINT NOT NULL,
  group_code VARCHAR(20) NOT NULL,
  answer SMALLINT NOT NULL,
  authority_id UUID NOT NULL,
  votes INT NOT NULL,
  PRIMARY KEY (workshop_id, criterion, round, group_code, answer)
);

-- Revealed rounds as they may be shown, after suppression; never recomputed.
--changeset malbild:maturity-002-7
CREATE TABLE workshop_rounds (
  workshop_id UUID NOT NULL,
  criterion VARCHAR(19) NOT NULL,
  round SMALLINT NOT NULL,
  authority_id UUID NOT NULL,
  content MEDIUMTEXT NOT NULL,
  content_hash CHAR(64) NOT NULL,
  revealed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (workshop_id, criterion, round)
);

--changeset malbild:maturity-002-8
CREATE TABLE workshop_notes (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  workshop_id UUID NOT NULL,
  kind VARCHAR(12) NOT NULL,
  content VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  criterion VARCHAR(19) NULL,
  owner VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NULL,
  due_on DATE NULL,
  settled BOOLEAN NOT NULL,
  INDEX ix_workshop_notes_workshop (workshop_id, id)
);
