// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

import java.util.Set;
import java.util.UUID;

/**
 * That one stands in for somebody today (vikariat, CASES §10). It gives nothing beyond what the principal holds, and only on what is
 * assigned to the principal.
 *
 * @param principalId who is away
 * @param cases for the cases the principal handles
 * @param decisions for the cases the principal has been asked to decide
 * @param permissions what the principal may do
 */
public record StandIn(UUID principalId, boolean cases, boolean decisions, Set<String> permissions) {}
