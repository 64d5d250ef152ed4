// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Cases of one unit and type that nobody is responsible for yet (kö).
 *
 * @param count how many, at most {@link Queues#CAP}
 * @param exact whether there are no more than were counted
 * @param overdue of those counted past their statutory date
 * @param oldestArrival earliest arrival date of those counted
 */
record Queue(UUID unitId, String caseTypeKey, int count, boolean exact, int overdue, LocalDate oldestArrival) {}
