// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import se.malbild.friction.log.EventLog;

/**
 * The directly-follows graph: which activity comes straight after which, how often and after how long.
 *
 * @param edges every pair that occurs, unordered
 */
public record DirectlyFollows(List<Edge> edges) {
    /** Up to this many activities the pairs are counted in a square of integers. */
    private static final int SQUARE = 2000;

    /**
     * One pair.
     *
     * @param from activity before
     * @param to activity straight after it
     * @param times from the one to the other
     * @param cases in how many cases it occurs
     */
    public record Edge(int from, int to, Distribution times, int cases) {
        /** How often it occurs. */
        public int frequency() {
            return times.n();
        }
    }

    /** How many pairs in all. */
    public long totalFrequency() {
        return edges.stream().mapToLong(Edge::frequency).sum();
    }

    /** Two passes: count each pair, then lay its times in one slice of a shared array. */
    public static DirectlyFollows of(EventLog log, CaseSet cases) {
        int n = log.activities().length;
        PairIndex pairs = n <= SQUARE ? new Square(n) : new Hashed();
        int[] activity = log.activity();
        int[] offset = log.caseOffset();
        for (int c : cases.indexes()) {
            for (int e = offset[c] + 1; e < offset[c + 1]; e++) {
                pairs.count(activity[e - 1], activity[e]);
            }
        }
        int[] start = pairs.starts();
        int[] next = start.clone();
        long[] times = new long[start[start.length - 1]];
        long[] instant = log.instantMicros();
        int[] casesOf = new int[start.length - 1];
        int[] lastCase = new int[start.length - 1];
        for (int c : cases.indexes()) {
            for (int e = offset[c] + 1; e < offset[c + 1]; e++) {
                int pair = pairs.indexOf(activity[e - 1], activity[e]);
                times[next[pair]++] = instant[e] - instant[e - 1];
                if (lastCase[pair] != c + 1) {
                    lastCase[pair] = c + 1;
                    casesOf[pair]++;
                }
            }
        }
        return new DirectlyFollows(IntStream.range(0, start.length - 1)
                .filter(p -> start[p + 1] > start[p])
                .mapToObj(p -> new Edge(
                        pairs.from(p),
                        pairs.to(p),
                        Distribution.of(Arrays.copyOfRange(times, start[p], start[p + 1])),
                        casesOf[p]))
                .toList());
    }

    private interface PairIndex {
        void count(int from, int to);

        int indexOf(int from, int to);

        int from(int pair);

        int to(int pair);

        /** Where each pair's slice begins; one longer than there are pairs. */
        int[] starts();
    }

    private static final class Square implements PairIndex {
        private final int n;
        private final int[] counts;

        Square(int n) {
            this.n = n;
            this.counts = new int[n * n];
        }

        @Override
        public void count(int from, int to) {
            counts[from * n + to]++;
        }

        @Override
        public int indexOf(int from, int to) {
            return from * n + to;
        }

        @Override
        public int from(int pair) {
            return pair / n;
        }

        @Override
        public int to(int pair) {
            return pair % n;
        }

        @Override
        public int[] starts() {
            return prefixSums(counts, counts.length);
        }
    }

    private static final class Hashed implements PairIndex {
        private final Map<Long, Integer> index = new HashMap<>();
        private int[] counts = new int[1024];
        private long[] keys = new long[1024];

        @Override
        public void count(int from, int to) {
            Integer pair = index.computeIfAbsent(key(from, to), key -> {
                int made = index.size();
                if (made == counts.length) {
                    counts = Arrays.copyOf(counts, made * 2);
                    keys = Arrays.copyOf(keys, made * 2);
                }
                keys[made] = key;
                return made;
            });
            counts[pair]++;
        }

        private static long key(int from, int to) {
            return (long) from << 32 | to;
        }

        @Override
        public int indexOf(int from, int to) {
            return Objects.requireNonNull(index.get(key(from, to)), "a pair that was never counted");
        }

        @Override
        public int from(int pair) {
            return (int) (keys[pair] >> 32);
        }

        @Override
        public int to(int pair) {
            return (int) keys[pair];
        }

        @Override
        public int[] starts() {
            return prefixSums(counts, index.size());
        }
    }

    private static int[] prefixSums(int[] counts, int length) {
        int[] starts = new int[length + 1];
        for (int i = 0; i < length; i++) {
            starts[i + 1] = starts[i] + counts[i];
        }
        return starts;
    }
}
