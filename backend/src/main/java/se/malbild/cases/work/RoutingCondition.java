// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether a condition of a routing rule holds for the answers of a form. */
@FunctionalInterface
interface RoutingCondition {

    /** Whether it holds; empty where that cannot be told, so that nobody is sent a case by a guess. */
    Optional<Boolean> holds(String condition, JsonNode formData);
}
