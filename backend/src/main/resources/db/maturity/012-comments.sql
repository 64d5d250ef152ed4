--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- What is written in a survey: apart from the counters, by a random identity, with nothing that leads to a person, a time or an order,
-- and nothing that joins two comments of one person. The group is taken away at the closing where too few answered.
--changeset malbild:maturity-012-1
CREATE TABLE survey_comments (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  survey_id UUID NOT NULL,
  criterion VARCHAR(19) NOT NULL,
  group_code VARCHAR(20) NULL,
  content VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  screened BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  INDEX ix_survey_comments_survey (survey_id, id),
  INDEX ix_survey_comments_criterion (survey_id, criterion, id)
);
