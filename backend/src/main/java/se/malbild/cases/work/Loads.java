// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.malbild.cases.CaseCondition;
import se.malbild.cases.CaseScope;
import se.malbild.cases.CaseState;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much people have to do (belastning).
 *
 * <pre>
 * load of a person = Σ over open cases of  w · r
 *   w  workWeight of the case type's version, 1–10; 1 where the type states none
 *   r  required steps of the type after the last one that the case's state shows as done, 0 or more
 * </pre>
 *
 * <p>Source: CASES §10. Unit: weighted steps. Only cases the reader may see are counted: the figure is the reader's own. It measures what
 * is left to do, never the person.
 */
@Singleton
class Loads {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The act that a state shows as done, in the order of the law. */
    private static final List<String> MILESTONES =
            List.of("CaseRegistered", "CaseAssigned", "HandlingStarted", "DecisionSigned", "DecisionDispatched");

    private final LoadRepository loads;
    private final CaseTypes types;

    Loads(LoadRepository loads, CaseTypes types) {
        this.loads = loads;
        this.types = types;
    }

    /** What somebody has. */
    record Load(int weight, int cases) {
        static final Load NONE = new Load(0, 0);

        Load and(int moreWeight, int moreCases) {
            return new Load(weight + moreWeight, cases + moreCases);
        }
    }

    /** The load of each who has an open case the reader may see. */
    Map<UUID, Load> of(CaseScope scope, Collection<UUID> officers) {
        Map<UUID, Load> all = new HashMap<>();
        for (LoadRepository.Share share : loads.shares(CaseCondition.visible(scope), officers)) {
            CaseType type = types.of(scope.authorityId(), share.caseTypeId(), share.caseTypeVersion());
            int each = weight(type) * remaining(type, share.state());
            all.merge(
                    share.officerId(),
                    new Load(each * share.cases(), share.cases()),
                    (one, other) -> one.and(other.weight(), other.cases()));
        }
        return all;
    }

    /** How much work a case of the type is beside others. */
    static int weight(CaseType type) {
        return Math.max(1, JSON.readTree(type.json()).path("workWeight").asInt(1));
    }

    /** Required steps after the last one done. */
    static int remaining(CaseType type, CaseState state) {
        int done = -1;
        for (int i = 0; i < type.steps().size(); i++) {
            int milestone = MILESTONES.indexOf(type.steps().get(i).endActivity());
            if (milestone >= 0 && milestone <= reached(state)) {
                done = i;
            }
        }
        return (int) type.steps().stream()
                .skip(done + 1L)
                .filter(CaseType.Step::required)
                .count();
    }

    private static int reached(CaseState state) {
        return switch (state) {
            case REGISTERED -> 0;
            case ASSIGNED -> 1;
            case IN_PROGRESS -> 2;
            case DECIDED -> 3;
            default -> 4;
        };
    }
}
