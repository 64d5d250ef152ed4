// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import java.util.Locale;

/** Where a message stands. */
enum MessageState {
    /** Waits to be sent, for the first time or again. */
    PENDING,
    DELIVERED,
    /** The last try failed too; a replay sends it again. */
    GIVEN_UP,
    /** The client may no longer read what it tells of; it is never sent. */
    DROPPED;

    /** As in the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
