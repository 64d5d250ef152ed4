--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

-- Files come with more than items of the inbox: what holds them is told by kind and identity.
--changeset malbild:cases-016-1
RENAME TABLE inbox_files TO received_files;
--changeset malbild:cases-016-2
ALTER TABLE received_files
  RENAME COLUMN item_id TO holder_id,
  ADD COLUMN holder VARCHAR(10) NOT NULL DEFAULT 'item' AFTER authority_id;
