--liquibase formatted sql
-- SPDX-License-Identifier: EUPL-1.2

--changeset malbild:access-004-1
ALTER TABLE grants ADD COLUMN buyer_id UUID NULL;
