// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of a type's versions new cases follow, and until when. Pure function of the versions. */
final class CaseTypeStanding {
    private CaseTypeStanding() {}

    /**
     * A version and when it holds.
     *
     * @param inForce new cases follow it today
     * @param inForceTo last day it holds, where a later version takes over
     */
    record Standing(
            CaseTypes.Version version,
            boolean inForce,
            @Nullable LocalDate inForceTo) {}

    /** The standing of every version, given newest first, on {@code day}. */
    static List<Standing> of(List<CaseTypes.Version> newestFirst, LocalDate day) {
        int inForce = CaseTypes.inForce(
                        newestFirst.stream().map(CaseTypes.Version::row).toList(), day)
                .map(CaseTypeRow::version)
                .orElse(0);
        return newestFirst.stream()
                .map(each -> new Standing(each, each.row().version() == inForce, lastDay(newestFirst, each.row())))
                .toList();
    }

    private static @Nullable LocalDate lastDay(List<CaseTypes.Version> all, CaseTypeRow row) {
        if (!row.status().equals(CaseTypeRow.PUBLISHED)) {
            return null;
        }
        return all.stream()
                .map(CaseTypes.Version::row)
                .filter(later -> later.version() > row.version()
                        && later.status().equals(CaseTypeRow.PUBLISHED)
                        && later.validFrom().isAfter(row.validFrom()))
                .map(later -> later.validFrom().minusDays(1))
                .min(LocalDate::compareTo)
                .orElse(row.validTo());
    }
}
