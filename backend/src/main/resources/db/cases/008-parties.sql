--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- New columns are added at once whatever the size of the table; the index takes about ten seconds a million parties and locks nothing for long.
-- sealed: JSON under AES-GCM with the installation's key. identity_hash: HMAC of the number with another key.
--changeset malbild:cases-008-1
ALTER TABLE case_parties
  ADD COLUMN protection VARCHAR(24) NOT NULL DEFAULT 'none',
  ADD COLUMN channel VARCHAR(10) NULL,
  ADD COLUMN identity_type VARCHAR(24) NULL,
  ADD COLUMN identity_hash CHAR(64) NULL,
  ADD COLUMN sealed BLOB NULL,
  ADD COLUMN language VARCHAR(3) NULL,
  ADD COLUMN interpreter BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN service_consent BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN representatives MEDIUMTEXT NULL,
  ADD COLUMN ended_on DATE NULL,
  ADD COLUMN end_reason VARCHAR(20) NULL;

--changeset malbild:cases-008-2
CREATE INDEX ix_case_parties_identity ON case_parties (authority_id, identity_hash, case_id);
