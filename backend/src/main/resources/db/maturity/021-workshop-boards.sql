--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- "Stop, start, keep": how far it has come, dots that each has, and how many had placed theirs when they were counted.
--changeset malbild:maturity-021-1
ALTER TABLE workshops
  ADD COLUMN board_phase VARCHAR(8) NOT NULL DEFAULT 'off',
  ADD COLUMN board_dots SMALLINT NOT NULL DEFAULT 3,
  ADD COLUMN board_placed INT NULL;

-- A note from somebody in the room: no session, group or time, and an identity made at random, so that the order says nothing.
--changeset malbild:maturity-021-2
CREATE TABLE workshop_ideas (
  workshop_id UUID NOT NULL,
  id UUID NOT NULL,
  authority_id UUID NOT NULL,
  kind VARCHAR(6) NOT NULL,
  content VARCHAR(280) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  screening VARCHAR(8) NOT NULL,
  theme_id UUID NULL,
  PRIMARY KEY (workshop_id, id)
);

--changeset malbild:maturity-021-3
CREATE TABLE workshop_themes (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  workshop_id UUID NOT NULL,
  heading VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  recommendation VARCHAR(20) NULL,
  INDEX ix_workshop_themes_workshop (workshop_id, id)
);

-- Where each has placed the dots, and of no longer than until they are counted: then they are deleted. themes = identities with spaces between.
--changeset malbild:maturity-021-4
CREATE TABLE workshop_dots (
  workshop_id UUID NOT NULL,
  session_id UUID NOT NULL,
  authority_id UUID NOT NULL,
  attempt INT NOT NULL,
  themes VARCHAR(400) NOT NULL,
  PRIMARY KEY (workshop_id, session_id)
);

-- What got most, as it may be shown.
--changeset malbild:maturity-021-5
CREATE TABLE workshop_top_themes (
  workshop_id UUID NOT NULL,
  theme_id UUID NOT NULL,
  authority_id UUID NOT NULL,
  place SMALLINT NOT NULL,
  dots INT NULL,
  PRIMARY KEY (workshop_id, theme_id)
);

-- How many notes a participant has sent; never which.
--changeset malbild:maturity-021-6
ALTER TABLE workshop_sessions ADD COLUMN ideas_sent SMALLINT NOT NULL DEFAULT 0;

-- The heading that an action comes from.
--changeset malbild:maturity-021-7
ALTER TABLE workshop_notes ADD COLUMN theme_id UUID NULL;
