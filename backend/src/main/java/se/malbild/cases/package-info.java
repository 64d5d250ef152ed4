// SPDX-License-Identifier: EUPL-1.2
/**
 * Cases (<i>ärenden</i>): case types, registration, work, decisions, deadlines and the register. Each act is one transaction of change
 * and event. Never shows a case without a {@link se.malbild.cases.CaseScope}. Begin with {@code CaseFile} (the rules of a case) and
 * {@code CaseService} (the acts).
 */
@NullMarked
package se.malbild.cases;

import org.jspecify.annotations.NullMarked;
