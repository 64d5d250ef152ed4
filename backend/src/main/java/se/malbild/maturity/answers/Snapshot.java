// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.scoring.Counts;
import se.malbild.maturity.scoring.SuppressionTree;
import se.malbild.platform.Sha256;

/**
 * The frozen answers of a closed survey, as text: one line for each fact, sorted, so that the same answers always have the same hash.
 * {@code respondents;GROUP;UNIT;n} and {@code answers;GROUP;UNIT;CRITERION;LEVEL or -1;n}, after the head's own lines. Among those
 * {@code unit;UNIT;UNIT ABOVE or -} gives the tree as it was: what is hidden must not change because units do.
 */
final class Snapshot {
    /** Stands for no unit above. */
    static final String NO_UNIT = "-";

    private final Map<RespondentGroup, Map<UUID, Integer>> respondents = new TreeMap<>();
    private final Map<RespondentGroup, Map<String, Map<UUID, Map<Integer, Integer>>>> answers = new TreeMap<>();

    private final Map<String, String> parents = new TreeMap<>();

    private Snapshot() {}

    static String write(
            Iterable<String> head,
            List<AnswerRepository.RespondentsRow> respondents,
            List<AnswerRepository.CounterRow> counters) {
        List<String> lines = new ArrayList<>();
        head.forEach(lines::add);
        respondents.stream()
                .map(row -> "respondents;%s;%s;%d".formatted(row.groupCode(), row.unitId(), row.respondents()))
                .sorted()
                .forEach(lines::add);
        counters.stream()
                .map(row -> "answers;%s;%s;%s;%d;%d"
                        .formatted(row.groupCode(), row.unitId(), row.criterion(), row.answer(), row.answers()))
                .sorted()
                .forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    /**
     * Reads what was frozen.
     *
     * @throws IllegalStateException when the content is no longer what was hashed
     */
    static Snapshot read(AnswerRepository.SnapshotRow row) {
        if (!Sha256.hex(row.content()).equals(row.contentHash())) {
            throw new IllegalStateException("a survey's snapshot has been changed since it was frozen");
        }
        Snapshot snapshot = new Snapshot();
        row.content().lines().map(line -> line.split(";")).forEach(snapshot::add);
        return snapshot;
    }

    private void add(String[] line) {
        switch (line[0]) {
            case "unit" -> parents.put(line[1], line[2].equals(NO_UNIT) ? SuppressionTree.WHOLE : line[2]);
            case "respondents" ->
                respondents
                        .computeIfAbsent(RespondentGroup.of(line[1]), key -> new TreeMap<>())
                        .put(UUID.fromString(line[2]), Integer.parseInt(line[3]));
            case "answers" ->
                answers.computeIfAbsent(RespondentGroup.of(line[1]), key -> new TreeMap<>())
                        .computeIfAbsent(line[3], key -> new TreeMap<>())
                        .computeIfAbsent(UUID.fromString(line[2]), key -> new TreeMap<>())
                        .put(Integer.parseInt(line[4]), Integer.parseInt(line[5]));
            default -> {
                /* a line of the head */
            }
        }
    }

    /** Unit → the unit above it, {@link SuppressionTree#WHOLE} right below the one assessed; empty in snapshots from before there was a tree. */
    Map<String, String> parents() {
        return parents;
    }

    /** How many of a group answered, per unit. */
    Map<UUID, Integer> respondents(RespondentGroup group) {
        return respondents.getOrDefault(group, Map.of());
    }

    /** What a group answered to a criterion, per unit. */
    Map<UUID, Counts> counts(RespondentGroup group, Criterion criterion) {
        Map<UUID, Counts> found = new TreeMap<>();
        answers.getOrDefault(group, Map.of())
                .getOrDefault(criterion.code(), Map.of())
                .forEach((unit, byAnswer) -> found.put(
                        unit,
                        new Counts(
                                criterion.levels().stream()
                                        .map(level -> byAnswer.getOrDefault(level.level(), 0))
                                        .toList(),
                                byAnswer.getOrDefault(Answers.DONT_KNOW, 0))));
        return found;
    }
}
