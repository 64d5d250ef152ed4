// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import java.time.Instant;
import java.util.UUID;
import se.malbild.platform.events.Actor;

/**
 * Who does something with a model, and when.
 *
 * @param byGrant whether it is by a grant for a unit, as a consultant's
 */
record ModelAuthor(UUID authorityId, UUID userId, Actor actor, Instant at, boolean byGrant) {}
