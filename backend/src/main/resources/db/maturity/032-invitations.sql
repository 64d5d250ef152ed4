--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- Address and personal code of somebody invited, sealed together with the installation's key, until the code is used or the survey closes.
-- No column joins it with survey_codes: only the product can, by opening it.
--changeset malbild:maturity-032-1
CREATE TABLE survey_invitations (
  id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  survey_id UUID NOT NULL,
  sealed VARBINARY(512) NOT NULL,
  mailed_on DATE NULL,
  INDEX ix_survey_invitations_survey (survey_id)
);

-- The day letters were last asked for: at most once a day.
--changeset malbild:maturity-032-2
CREATE TABLE survey_mailings (
  survey_id UUID NOT NULL PRIMARY KEY,
  authority_id UUID NOT NULL,
  asked_on DATE NOT NULL
);
