// SPDX-License-Identifier: EUPL-1.2
/**
 * What every feature stands on: problem+json, paging, identities, transactions, the event and audit chains, jobs, the file store and
 * the embedded database. Knows no case and no user; uses no other feature. Begin with {@code db.Transactions} and
 * {@code events.EventWriter}.
 */
@NullMarked
package se.malbild.platform;

import org.jspecify.annotations.NullMarked;
