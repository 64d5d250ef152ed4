// SPDX-License-Identifier: EUPL-1.2
/**
 * The inbox (<i>inkorgen</i>): everything that reaches the authority, until it has an outcome (OSL 5:1 §). Never decides what a case is;
 * that is {@code Registration}'s. Begin with {@link se.malbild.cases.inbox.InboxItem}.
 */
@NullMarked
package se.malbild.cases.inbox;

import org.jspecify.annotations.NullMarked;
