// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds open cases that may be the same matter as something that has come in (möjliga dubbletter). Hints only. */
@Singleton
public class AlikeCases {
    private static final int CANDIDATES = 20;
    private static final int WORDS = 6;
    private static final String OPEN =
            "state IN ('registered', 'assigned', 'in_progress', 'decided', 'dispatched') AND registered_at >= :since";

    private final CaseRepository cases;

    AlikeCases(CaseRepository cases) {
        this.cases = cases;
    }

    /** Open cases registered since then, by the same sender or with the same words in their subject, whose content the reader may see. */
    public List<CaseFile> find(CaseScope scope, Instant since, @Nullable String sender, String... wordings) {
        CaseCondition open = CaseCondition.visible(scope).and(since, OPEN, "since");
        Map<UUID, CaseFile> found = new LinkedHashMap<>();
        if (sender != null) {
            keep(found, open.and(sender, """
                    id IN (SELECT case_id FROM case_parties WHERE authority_id = :authority AND name = :sender)""", "sender"));
        }
        for (String wording : wordings) {
            String words = Arrays.stream(wording.split("[^\\p{L}\\p{N}]+"))
                    .filter(word -> word.length() >= 3)
                    .limit(WORDS)
                    .map(word -> "+" + word)
                    .collect(Collectors.joining(" "));
            if (!words.isEmpty()) {
                keep(
                        found,
                        open.and(words, "MATCH (subject, public_subject) AGAINST (:words IN BOOLEAN MODE)", "words"));
            }
        }
        return found.values().stream().filter(scope::seesContent).toList();
    }

    private void keep(Map<UUID, CaseFile> found, CaseCondition condition) {
        cases.page(condition, "registered_at DESC, id DESC", CANDIDATES).forEach(file -> found.put(file.id(), file));
    }

    /** Whether one of the case's parties bears that name. */
    public boolean hasParty(CaseFile file, String name) {
        return cases.hasParty(file, name);
    }
}
