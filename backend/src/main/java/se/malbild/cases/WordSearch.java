// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How cases are searched by words: every word of the query must begin a word of the subject. The index of words is fast for rare words and
 * slow for those that many cases share, whatever else is asked for (it reads all of a word's places, in the order the words are given).
 * So a sample of what a reader would be shown first says which way to go: cases that are common are found by reading the list, in its
 * order, until the page is full; rare ones by the index, with the rarest word first and common words only compared.
 *
 * @param words what is asked for, in lower case; at most {@value MOST}
 */
public record WordSearch(List<String> words) {
    /** Subjects that say how common a word is. */
    public static final int SAMPLE = 500;

    private static final int MOST = 8;
    /** Of the sample: enough to fill a page by reading. */
    private static final int ENOUGH = 3;
    /** Of the sample: a word so common that the index would be slow. */
    private static final int COMMON = 10;
    /** The index holds no shorter words. */
    private static final int INDEXED = 3;

    /** The words of a query; empty where it holds no letter and no digit. */
    public static WordSearch of(String query) {
        return new WordSearch(Arrays.stream(query.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .toList());
    }

    /** Whether there is anything to search for. */
    public boolean asksForWords() {
        return !words.isEmpty();
    }

    /**
     * The demand on a row.
     *
     * @param sample subjects of the rows that would be read first, at most {@value SAMPLE}; fewer say that there are no more
     * @param subjects columns that may hold the words
     */
    public Demand demand(List<String> sample, List<String> subjects) {
        List<Pattern> patterns = words.stream()
                .map(word -> Pattern.compile(begins(word), Pattern.UNICODE_CASE))
                .toList();
        Map<String, Integer> hits = new HashMap<>();
        int together = 0;
        for (String subject : sample) {
            boolean all = true;
            for (int i = 0; i < words.size(); i++) {
                boolean has = patterns.get(i).matcher(subject).find();
                hits.merge(words.get(i), has ? 1 : 0, Integer::sum);
                all &= has;
            }
            together += all ? 1 : 0;
        }
        List<String> indexed = sample.size() < SAMPLE || together >= ENOUGH ? List.of() : byTheIndex(hits);
        return new Demand(sql(indexed, subjects), values(indexed));
    }

    /** Words to look up, rarest first: those that are not common, or all where all are. */
    private List<String> byTheIndex(Map<String, Integer> hits) {
        List<String> long_ = words.stream()
                .filter(word -> word.length() >= INDEXED)
                .sorted(Comparator.comparing((Function<String, Integer>) word -> hits.getOrDefault(word, 0))
                        .thenComparing(Comparator.comparing(String::length).reversed()))
                .toList();
        List<String> rare = long_.stream()
                .filter(word -> hits.getOrDefault(word, 0) < COMMON)
                .toList();
        return rare.isEmpty() ? long_ : rare;
    }

    private String sql(List<String> indexed, List<String> subjects) {
        String compared = IntStream.range(0, words.size())
                .mapToObj(i -> subjects.stream()
                        .map(column -> column + " REGEXP :word" + i)
                        .collect(Collectors.joining(" OR ", "(", ")")))
                .collect(Collectors.joining(" AND "));
        return indexed.isEmpty()
                ? compared
                : "MATCH (subject, public_subject) AGAINST (:indexed IN BOOLEAN MODE) AND " + compared;
    }

    private Map<String, Object> values(List<String> indexed) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            values.put("word" + i, begins(words.get(i)));
        }
        if (!indexed.isEmpty()) {
            values.put("indexed", indexed.stream().map(word -> "+" + word + "*").collect(Collectors.joining(" ")));
        }
        return values;
    }

    /** A pattern that both Java and the database read alike; the word holds letters and digits only. */
    private static String begins(String word) {
        return "(?i)(?<![\\p{L}\\p{N}])" + word;
    }

    /** A condition on rows of cases, and its values. */
    public record Demand(String sql, Map<String, Object> values) {}
}
