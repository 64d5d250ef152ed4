// SPDX-License-Identifier: EUPL-1.2
/**
 * Other agencies' systems (klienter): who they are, what they may, their keys and the tokens given for them. A client is no user and never
 * reaches an operation for staff. Begin with {@link se.malbild.access.client.Clients}; a request's client is a
 * {@link se.malbild.access.client.ClientCaller}.
 */
@NullMarked
package se.malbild.access.client;

import org.jspecify.annotations.NullMarked;
