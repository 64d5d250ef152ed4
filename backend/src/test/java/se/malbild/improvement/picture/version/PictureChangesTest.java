// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What differs between two versions of a target picture: targets and words, and nothing else. */
class PictureChangesTest {
    private static final PictureContent.Person MAJA =
            new PictureContent.Person(new UUID(1, 1), "Maja Exempel", "Enhetschef");
    private static final PictureContent.Person OMAR = new PictureContent.Person(new UUID(1, 2), "Omar Exempel", null);
    private static final LocalDate JUNE = LocalDate.of(2027, 6, 30);

    @Test
    void nothingDiffersWhereOnlyTheNamesOfThingsDo() {
        PictureContent before = content("Allt digitalt.", perspective("AP", "Rätt frågor.", aim("AP4", 4)));
        PictureContent.Aim other = new PictureContent.Aim(
                new UUID(9, 9),
                7,
                "AP4",
                Map.of("sv", "Ett annat namn"),
                2,
                Map.of("sv", "En annan mening."),
                4,
                Map.of("sv", "En annan mening."),
                2,
                "Två av tre kompletteras.",
                null,
                new PictureContent.Person(MAJA.id(), "Maja Nytt Namn", null),
                JUNE,
                OMAR,
                null);

        PictureChanges changes =
                PictureChanges.between(before, content("Allt digitalt.", perspective("AP", "Rätt frågor.", other)));

        assertThat(changes.none()).isTrue();
    }

    @Test
    void targetsAreAddedRemovedAndChangedFieldByField() {
        PictureContent before = content(null, perspective("AP", null, aim("AP3", 3), aim("AP4", 3)));
        PictureContent.Aim moved = new PictureContent.Aim(
                new UUID(2, 2),
                2,
                "AP4",
                Map.of("sv", "AP4"),
                3,
                Map.of(),
                4,
                Map.of(),
                3,
                "Nästan alla kompletteras.",
                "Fyra räcker.",
                OMAR,
                JUNE.plusMonths(3),
                null,
                null);
        PictureContent after = content(null, perspective("LS", null, aim("LS1", 4)), perspective("AP", null, moved));

        PictureChanges changes = PictureChanges.between(before, after);

        assertThat(changes.words()).isEmpty();
        assertThat(changes.targets())
                .extracting(each -> each.criterion() + " " + each.kind())
                .containsExactly("LS1 added", "AP4 changed", "AP3 removed");
        PictureChanges.OfTarget changed = changes.targets().get(1);
        assertThat(changed.fields())
                .containsExactly("level", "target", "due_date", "owner", "weight", "reason", "good_enough");
        assertThat(changed.before()).isEqualTo(new PictureChanges.Point(2, 3, JUNE, "Maja Exempel"));
        assertThat(changed.after()).isEqualTo(new PictureChanges.Point(3, 4, JUNE.plusMonths(3), "Omar Exempel"));
        assertThat(changes.targets().getFirst().before()).isNull();
        assertThat(changes.targets().getLast().after()).isNull();
    }

    @Test
    void wordsOfTheWholeStandFirstAndWhatIsGoneIsToldWithWhatItWas() {
        PictureContent before =
                content("Allt digitalt.", perspective("AP", "Rätt frågor."), perspective("KU", "Vi säger till."));
        PictureContent after = content(
                "Allt digitalt, hela vägen.", perspective("LS", "Alla vet vart."), perspective("AP", "Rätt frågor."));

        assertThat(PictureChanges.between(before, after).words())
                .containsExactly(
                        new PictureChanges.Words(null, null, "changed", "Allt digitalt.", "Allt digitalt, hela vägen."),
                        new PictureChanges.Words("LS", Map.of("sv", "LS"), "added", null, "Alla vet vart."),
                        new PictureChanges.Words("KU", Map.of("sv", "KU"), "removed", "Vi säger till.", null));
    }

    private static PictureContent content(@Nullable String narrative, PictureContent.Perspective... perspectives) {
        return new PictureContent(
                new UUID(0, 1),
                "Nuläge",
                new UUID(0, 2),
                Map.of("sv", "Vattenenheten"),
                Map.of("sv", "Digital ärendehantering"),
                "1.0.0",
                List.of(new PictureContent.Level(1, Map.of("sv", "Grund"))),
                narrative,
                List.of(perspectives));
    }

    private static PictureContent.Perspective perspective(
            String code, @Nullable String narrative, PictureContent.Aim... aims) {
        return new PictureContent.Perspective(code, Map.of("sv", code), narrative, List.of(aims));
    }

    private static PictureContent.Aim aim(String criterion, int target) {
        return new PictureContent.Aim(
                new UUID(3, 3),
                1,
                criterion,
                Map.of("sv", criterion),
                2,
                Map.of("sv", "Varannan kompletteras."),
                target,
                Map.of("sv", "Få kompletteras."),
                2,
                "Två av tre kompletteras.",
                null,
                MAJA,
                JUNE,
                null,
                null);
    }
}
