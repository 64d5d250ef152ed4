// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.malbild.api.model.MinedCasePage;
import se.malbild.api.model.Variant;
import se.malbild.api.model.VariantPage;
import se.malbild.friction.figure.CaseOrder;
import se.malbild.friction.figure.Selected;
import se.malbild.friction.kernel.Distribution;
import se.malbild.friction.kernel.Paths;
import se.malbild.friction.kernel.Variants;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.web.Cursors;

/** Pages of variants and cases; both are sorted in memory and go on after the last one shown. */
final class PageMapper {
    private PageMapper() {}

    /** Place after which a page of variants begins: rank and key of the last one shown. */
    record AfterVariant(int rank, String key) {
        /** Of a cursor; null for the first page. */
        static @Nullable AfterVariant of(@Nullable String cursor) {
            List<String> after = Cursors.decode(cursor, 2);
            return after == null
                    ? null
                    : new AfterVariant(Math.toIntExact(number(after.get(0), Integer.MAX_VALUE)), after.get(1));
        }
    }

    /** Place after which a page of cases begins: sort value and number of the last one shown. */
    record AfterCase(long value, long caseNumber) {
        /** Of a cursor; null for the first page. */
        static @Nullable AfterCase of(@Nullable String cursor) {
            List<String> after = Cursors.decode(cursor, 2);
            return after == null
                    ? null
                    : new AfterCase(number(after.get(0), Long.MAX_VALUE), number(after.get(1), Integer.MAX_VALUE));
        }
    }

    /** The last variant shown is looked for at its rank first, as an own log may have grown. */
    static VariantPage variants(Selected s, int limit, @Nullable AfterVariant after) {
        List<Variants.Variant> all = Variants.of(s.log(), s.kept()).variants();
        int from = after == null ? 0 : placeAfter(s, all, after.rank(), after.key());
        long before =
                all.stream().limit(from).mapToLong(Variants.Variant::count).sum();
        List<Variant> shown = new ArrayList<>();
        for (int i = from; i < Math.min(all.size(), from + limit); i++) {
            Variants.Variant each = all.get(i);
            before += each.count();
            Distribution times = Distribution.of(
                    Arrays.stream(each.cases()).mapToLong(s.mined()::duration).toArray());
            shown.add(new Variant(
                    key(s, each),
                    i + 1,
                    (long) each.count(),
                    FrictionMapper.share(s.share(each.count())),
                    FrictionMapper.share(s.share(before)),
                    Arrays.stream(each.activities())
                            .mapToObj(a -> s.log().activities()[a])
                            .toList(),
                    FrictionMapper.seconds(times.median()),
                    FrictionMapper.seconds(times.quantile(0.9))));
        }
        VariantPage page = new VariantPage(FrictionMapper.selection(s), (long) all.size(), shown);
        if (from + limit < all.size()) {
            page.setNext(Cursors.encode(from + limit, shown.getLast().getKey()));
        }
        return page;
    }

    private static int placeAfter(Selected s, List<Variants.Variant> all, int rank, String key) {
        if (rank > 0 && rank <= all.size() && key(s, all.get(rank - 1)).equals(key)) {
            return rank;
        }
        return IntStream.range(0, all.size())
                .filter(i -> key(s, all.get(i)).equals(key))
                .map(i -> i + 1)
                .findFirst()
                .orElse(Math.min(rank, all.size()));
    }

    private static String key(Selected s, Variants.Variant variant) {
        return Paths.key(s.mined().paths().ofPath(variant.activities()));
    }

    static MinedCasePage cases(Selected s, CaseOrder order, int limit, @Nullable AfterCase after) {
        long[] value = new long[s.log().cases()];
        for (int c : s.kept().indexes()) {
            value[c] = order.value(s.mined(), c);
        }
        List<Integer> found = Arrays.stream(s.kept().indexes())
                .filter(c -> after == null
                        || value[c] > after.value()
                        || value[c] == after.value() && s.mined().caseNumber()[c] > after.caseNumber())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(c -> value[c])
                        .thenComparingInt(c -> s.mined().caseNumber()[c]))
                .limit(limit + 1L)
                .toList();
        List<Integer> shown = found.subList(0, Math.min(limit, found.size()));
        MinedCasePage page = new MinedCasePage(
                FrictionMapper.selection(s),
                shown.stream().map(c -> FrictionMapper.minedCase(s, c)).toList());
        if (found.size() > limit) {
            page.setNext(Cursors.encode(value[shown.getLast()], s.mined().caseNumber()[shown.getLast()]));
        }
        return page;
    }

    private static long number(String value, long most) {
        try {
            long number = Long.parseLong(value);
            if (number <= most && (most == Long.MAX_VALUE || number >= 0)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the problem
        }
        throw ProblemException.invalid(
                "query/cursor",
                "not_a_cursor",
                "Använd värdet i next från sidan före.",
                "Use the next value of the page before.");
    }
}
