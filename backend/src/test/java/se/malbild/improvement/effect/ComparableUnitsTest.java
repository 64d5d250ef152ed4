// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.access.unit.Unit;

/** Which units one may be compared with. */
class ComparableUnitsTest {
    private final Unit whole = unit("Myndigheten", null);
    private final Unit department = unit("Avdelningen", whole);
    private final Unit changed = unit("Vattenenheten", department);
    private final Unit alike = unit("Miljöenheten", department);
    private final Unit other = unit("Djurenheten", whole);
    private final List<Unit> tree = List.of(whole, department, changed, alike, other);

    @Test
    void thoseWithTheSameCaseTypesAndNotTheUnitItselfNorThoseAboveIt() {
        Set<UUID> left = ComparableUnits.above(changed.id(), tree);
        left.add(changed.id());
        Map<UUID, Set<String>> handled = Map.of(
                whole.id(), Set.of("vatten"),
                department.id(), Set.of("vatten"),
                changed.id(), Set.of("vatten", "strand"),
                alike.id(), Set.of("strand"),
                other.id(), Set.of("djur"));

        ComparableUnits.Found found = ComparableUnits.among(tree, left, handled, Set.of("vatten", "strand"));

        assertThat(found.units()).containsExactly(alike.id());
        assertThat(found.names()).extracting(each -> each.sv()).containsExactly("Miljöenheten");
        assertThat(found.caseTypes()).containsExactlyInAnyOrder("vatten", "strand");
    }

    @Test
    void noneWhereEveryUnitWithTheCaseTypeHasTheChange() {
        ComparableUnits.Found found = ComparableUnits.among(
                tree,
                Set.of(changed.id(), alike.id()),
                Map.of(changed.id(), Set.of("vatten"), alike.id(), Set.of("vatten"), other.id(), Set.of("djur")),
                Set.of("vatten"));

        assertThat(found).isEqualTo(ComparableUnits.Found.NONE);
    }

    private static Unit unit(String name, @Nullable Unit above) {
        return new Unit(
                UUID.randomUUID(),
                new UUID(0, 1),
                above == null ? null : above.id(),
                name.substring(0, 3),
                name,
                null,
                LocalDate.of(2020, 1, 1),
                null,
                List.of(),
                1);
    }
}
