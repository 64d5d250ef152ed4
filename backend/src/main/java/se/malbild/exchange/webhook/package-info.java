// SPDX-License-Identifier: EUPL-1.2
/**
 * News that is sent to other agencies (webhooks), by Standard Webhooks: thin messages, signed, tried again for three days, and only to who
 * may read what they tell of when they are sent. {@link se.malbild.exchange.webhook.News} makes messages of events,
 * {@link se.malbild.exchange.webhook.Deliveries} sends them.
 */
@NullMarked
package se.malbild.exchange.webhook;

import org.jspecify.annotations.NullMarked;
