// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Which level evidence verifies [verifiedLevel]. */
public final class VerifiedLevel {
    private VerifiedLevel() {}

    /** What somebody who did not submit the evidence found. */
    public enum Verdict {
        SUPPORTS,
        PARTLY,
        CONTRADICTS
    }

    /**
     * A judged piece of evidence (underlag).
     *
     * @param validUntil last day it counts
     */
    public record Judged(int level, Verdict verdict, LocalDate validUntil) {}

    /**
     * The highest level with a valid support and no valid contradiction at or below it; "partly" counts as neither. Null when there is
     * none.
     */
    public static @Nullable Integer of(Collection<Judged> evidence, LocalDate today) {
        var valid = evidence.stream()
                .filter(each -> !today.isAfter(each.validUntil()))
                .toList();
        int contradicted = valid.stream()
                .filter(each -> each.verdict() == Verdict.CONTRADICTS)
                .mapToInt(Judged::level)
                .min()
                .orElse(Integer.MAX_VALUE);
        var supported = valid.stream()
                .filter(each -> each.verdict() == Verdict.SUPPORTS && each.level() < contradicted)
                .mapToInt(Judged::level)
                .max();
        return supported.isPresent() ? supported.getAsInt() : null;
    }
}
