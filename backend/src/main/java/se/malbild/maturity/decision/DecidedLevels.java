// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.decision;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.malbild.maturity.source.CriterionSources;
import se.malbild.maturity.source.KeptJson;

/** What is decided and in force: for each criterion its latest decision. */
@Singleton
public class DecidedLevels {
    private final LevelDecisionRepository decisions;

    DecidedLevels(LevelDecisionRepository decisions) {
        this.decisions = decisions;
    }

    /** Criterion code → decided level. One that is not decided, or decided as not applicable, is left out. */
    public Map<String, Integer> of(UUID authorityId, UUID assessmentId) {
        return history(authorityId, assessmentId).levels();
    }

    /** All that was decided and proposed. */
    public History history(UUID authorityId, UUID assessmentId) {
        Map<String, List<LevelDecision>> decided = new LinkedHashMap<>();
        Map<String, List<LevelDecision>> proposed = new LinkedHashMap<>();
        for (LevelDecision each : decisions.all(authorityId, assessmentId).reversed()) {
            (each.kind() == LevelDecision.Kind.DECIDED ? decided : proposed)
                    .computeIfAbsent(each.criterion(), key -> new ArrayList<>())
                    .add(each);
        }
        return new History(decided, proposed);
    }

    /** Identity of a decision → the sources as they were kept with it. */
    public Map<UUID, CriterionSources> sources(UUID authorityId, UUID assessmentId, Collection<LevelDecision> wanted) {
        Map<UUID, CriterionSources> found = new HashMap<>();
        decisions
                .sources(
                        authorityId,
                        assessmentId,
                        wanted.stream().map(LevelDecision::id).toList())
                .forEach(row -> found.put(row.id(), KeptJson.read(row.sources(), CriterionSources.class)));
        return found;
    }

    /**
     * Decisions and proposals per criterion code, newest first: the first decision is in force, the others are superseded.
     */
    public record History(Map<String, List<LevelDecision>> decided, Map<String, List<LevelDecision>> proposed) {

        /** Criterion code → decision in force. */
        public Map<String, LevelDecision> inForce() {
            Map<String, LevelDecision> found = new LinkedHashMap<>();
            decided.forEach((criterion, all) -> found.put(criterion, all.getFirst()));
            return Collections.unmodifiableMap(found);
        }

        /** Criterion code → decided level. */
        public Map<String, Integer> levels() {
            Map<String, Integer> found = new LinkedHashMap<>();
            inForce().forEach((criterion, decision) -> {
                Integer level = decision.level();
                if (level != null) {
                    found.put(criterion, level);
                }
            });
            return Collections.unmodifiableMap(found);
        }

        int count() {
            return decided.values().stream().mapToInt(List::size).sum()
                    + proposed.values().stream().mapToInt(List::size).sum();
        }
    }
}
