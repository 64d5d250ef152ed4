// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.kernel.Distribution;
import se.malbild.friction.kernel.Months;
import se.malbild.friction.mined.Span;

/** Cases month by month, by UTC months, none left out between the first and the last. */
public final class Series {
    /** More months than this are cut to those in which something starts or ends. */
    static final int MOST = 12_000;

    private Series() {}

    /**
     * One month.
     *
     * @param inProgress cases with first ≤ start of the month &lt; last; absent for the first month
     * @param ended lead times of the cases ended in it
     */
    public record Month(
            YearMonth month, int started, @Nullable Integer inProgress, Distribution ended) {}

    /** All months of a selection. */
    public static List<Month> of(Selected s) {
        Months counts = Months.utc(s.log(), s.kept());
        if (counts.started().isEmpty()) {
            return List.of();
        }
        Map<YearMonth, LongStream.Builder> times = new HashMap<>();
        for (int c : s.kept().indexes()) {
            long last = s.log().instantMicros()[s.log().caseOffset()[c + 1] - 1];
            times.computeIfAbsent(
                            YearMonth.from(Span.instant(last).atZone(ZoneOffset.UTC)), key -> LongStream.builder())
                    .add(s.mined().duration(c));
        }
        List<Month> months = new ArrayList<>();
        YearMonth first = counts.started().keySet().iterator().next();
        YearMonth last = counts.ended().keySet().stream().reduce(first, (a, b) -> b.isAfter(a) ? b : a);
        boolean cut = first.plusMonths(MOST).isBefore(last);
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            LongStream.Builder ended = times.get(month);
            int started = counts.started().getOrDefault(month, 0);
            if (!cut || started > 0 || ended != null) {
                months.add(new Month(
                        month,
                        started,
                        counts.inProgress().get(month),
                        Distribution.of(
                                ended == null ? new long[0] : ended.build().toArray())));
            }
        }
        return months;
    }
}
