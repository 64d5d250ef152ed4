// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Held;
import se.malbild.access.permission.Keys;
import se.malbild.access.permission.Reach;
import se.malbild.access.permission.StandIn;
import se.malbild.cases.conflict.ConflictMarks;
import se.malbild.platform.Ids;
import se.malbild.testing.TestService;

/**
 * The one predicate is written twice, as a rule on a case in hand and as a condition on rows. Here both judge the same cases for the same
 * people, many of each, drawn at random: unit, officer, level, state, conflicts, compartments, substitutes, openings.
 */
class EveryFaceTest {
    private static final int CASES = 160;
    private static final int PEOPLE = 400;
    private static final List<SecrecyLevel> CLOSED =
            List.of(SecrecyLevel.RESTRICTED, SecrecyLevel.SECRET, SecrecyLevel.STRICT);

    private final GivenCases given = new GivenCases();
    private final Random random = new Random(2017_900);
    private final List<UUID> units = List.of(given.water, given.animals, given.authority.rootUnit());
    private final List<UUID> people = List.of(Ids.next(), Ids.next(), Ids.next());
    private final List<UUID> compartments = List.of(Ids.next(), Ids.next(), Ids.next());

    @Test
    void theRuleAndTheConditionOnRowsSayTheSameOfEveryCaseToEverybody() {
        List<UUID> ids = someCases();
        CaseRepository cases = TestService.bean(CaseRepository.class);
        List<CaseFace> faces = TestService.bean(CaseFaceRepository.class).of(given.authority.authorityId(), ids);
        Set<Integer> sizes = new HashSet<>();

        for (int n = 0; n < PEOPLE; n++) {
            CaseScope scope = somebody(ids);
            Set<UUID> byRule =
                    faces.stream().filter(scope::sees).map(CaseFace::id).collect(Collectors.toSet());
            Set<UUID> byRows = new HashSet<>(cases.ids(CaseCondition.visible(scope), "id", 10_000));

            assertThat(byRows).as("%s", scope).isEqualTo(byRule);
            faces.stream()
                    .filter(scope::opens)
                    .forEach(face -> assertThat(byRule).contains(face.id()));
            sizes.add(byRule.size());
        }
        assertThat(sizes).as("the people drawn differ").hasSizeGreaterThan(40);
    }

    @Test
    void nobodyOutsideACompartmentSeesOrCountsTheCase() {
        List<UUID> ids = someCases();
        List<CaseFace> enclosed =
                TestService.bean(CaseFaceRepository.class).of(given.authority.authorityId(), ids).stream()
                        .filter(face -> !face.compartments().isEmpty())
                        .toList();
        assertThat(enclosed).hasSizeGreaterThan(20);

        for (int n = 0; n < PEOPLE; n++) {
            CaseScope scope = somebody(ids);
            for (CaseFace face : enclosed) {
                boolean inside = scope.keys().compartments().containsAll(face.compartments());
                if (!inside && !scope.keys().emergency().contains(face.id())) {
                    assertThat(scope.sees(face)).isFalse();
                }
                if (!inside) {
                    assertThat(scope.counts(CaseScope.READ, face)).isFalse();
                }
                if (scope.keys().emergency().contains(face.id()) && face.secrecyLevel() == SecrecyLevel.STRICT) {
                    assertThat(inside || !scope.sees(face)).isTrue();
                }
            }
        }
    }

    private List<UUID> someCases() {
        UUID seed = UUID.fromString(given.register(GivenCases.wholeItem()).id());
        List<UUID> ids = new ArrayList<>(List.of(seed));
        TestService.bean(Jdbi.class).useHandle(handle -> {
            String columns = handle
                    .createQuery(
                            "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'cases'")
                    .mapTo(String.class)
                    .list()
                    .stream()
                    .filter(column -> !Set.of("id", "serial").contains(column))
                    .collect(Collectors.joining(", "));
            for (int n = 1; n < CASES; n++) {
                UUID id = Ids.next();
                ids.add(id);
                handle.execute(
                        "INSERT INTO cases (id, serial, " + columns + ") SELECT ?, serial + ?, " + columns
                                + " FROM cases WHERE id = ?",
                        id,
                        n,
                        seed);
                boolean open = random.nextInt(3) == 0;
                handle.createUpdate("""
                        UPDATE cases SET unit_id = :unit, officer_id = :officer, decision_maker_id = :decider, secrecy_level = :level,
                               state = :state, conflicts_pending = :pending, conflicts_upheld = :upheld, compartments = :compartments
                         WHERE id = :id""")
                        .bind("unit", one(units))
                        .bind("officer", oneOrNone())
                        .bind("decider", oneOrNone())
                        .bind("level", (open ? SecrecyLevel.OPEN : one(CLOSED)).code())
                        .bind("state", one(List.of(CaseState.values())).code())
                        .bind("pending", ConflictMarks.join(some(people, 5)))
                        .bind("upheld", ConflictMarks.join(some(people, 5)))
                        .bind("compartments", open ? "" : ConflictMarks.join(some(compartments, 3)))
                        .bind("id", id)
                        .execute();
            }
        });
        return ids;
    }

    private CaseScope somebody(List<UUID> cases) {
        Map<String, Held> held = new HashMap<>();
        if (random.nextBoolean()) {
            held.put(CaseScope.READ, reach(true));
        }
        if (random.nextInt(4) == 0) {
            held.put(CaseScope.READ_CLOSED, new Held(Set.of(Reach.AUTHORITY), Set.of()));
        }
        if (random.nextBoolean()) {
            held.put(CaseScope.READ_RESTRICTED, new Held(Set.of(Reach.ASSIGNED), Set.of()));
        }
        if (random.nextInt(3) == 0) {
            held.put(CaseScope.READ_GRANTED, new Held(Set.of(Reach.AUTHORITY), Set.of()));
        }
        if (random.nextInt(3) == 0) {
            held.put(CaseScope.READ_REASONED, new Held(Set.of(Reach.AUTHORITY), Set.of()));
        }
        if (random.nextInt(4) == 0) {
            held.put(CaseScope.READ_HEAD, new Held(Set.of(Reach.AUTHORITY), Set.of()));
        }
        if (random.nextInt(3) == 0) {
            held.put(CaseScope.RULE_CONFLICT, reach(false));
        }
        UUID me = one(people);
        List<StandIn> standIns = random.nextInt(3) != 0
                ? List.of()
                : List.of(new StandIn(
                        one(people.stream().filter(each -> !each.equals(me)).toList()),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean()
                                ? Set.of(CaseScope.READ, CaseScope.READ_RESTRICTED)
                                : Set.of(CaseScope.READ)));
        return new CaseScope(
                given.authority.authorityId(),
                me,
                false,
                held,
                standIns,
                new Keys(some(compartments, 2), some(cases, 40), some(cases, 20)));
    }

    private Held reach(boolean assigned) {
        return switch (random.nextInt(assigned ? 3 : 2)) {
            case 0 -> new Held(Set.of(Reach.AUTHORITY), Set.of());
            case 1 -> new Held(Set.of(Reach.UNIT), some(units, 2));
            default -> new Held(Set.of(Reach.ASSIGNED), Set.of());
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private @Nullable UUID oneOrNone() {
        return random.nextInt(3) == 0 ? null : one(people);
    }

    /** Each with a chance of one in {@code chance}. */
    private Set<UUID> some(List<UUID> of, int chance) {
        return of.stream()
                .filter(Objects::nonNull)
                .filter(each -> random.nextInt(chance) == 0)
                .collect(Collectors.toSet());
    }
}
