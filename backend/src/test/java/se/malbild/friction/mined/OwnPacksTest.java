// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.events.OutboxPublisher;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** What is read from packs and a tail is what is read event by event. */
class OwnPacksTest {
    private final UUID authority = Given.anAuthority().authorityId();
    private final OwnPacks packs = TestService.bean(OwnPacks.class);
    private final OwnEventRepository events = TestService.bean(OwnEventRepository.class);

    private void happened(List<UUID> cases) {
        UUID somebody = Ids.next();
        Instant at = Instant.parse("2026-03-02T08:00:00.123456Z");
        for (int i = 0; i < 12; i++) {
            UUID id = cases.get(i % cases.size());
            Actor actor = i % 4 == 0 ? Actor.system() : Actor.user(somebody, "officer", null);
            NewEvent event = NewEvent.inCase(
                            authority,
                            id,
                            i % 5 == 4 ? "DecisionDispatched" : "NoteAdded",
                            at.minusSeconds(i / 6 * 90L),
                            actor)
                    .withObjects("unit:" + cases.get(0))
                    .withChannel(i % 2 == 0 ? "email" : null);
            TestService.bean(Transactions.class)
                    .run(() -> TestService.bean(EventWriter.class).append(event));
        }
        TestService.bean(OutboxPublisher.class).publish();
    }

    @Test
    void giveTheSameLogAsTheEventsThemselves() {
        List<UUID> cases = Stream.generate(Ids::next).limit(3).toList();
        happened(cases);
        OwnEvents read = new OwnEvents();
        assertThat(events.read(authority, 0, 100, read)).isEqualTo(12);

        assertThat(packs.packOn(authority, 5))
                .as("two whole packs, two events left")
                .isEqualTo(2);
        assertThat(packs.packOn(authority, 5)).isZero();
        OwnEvents packed = new OwnEvents();
        long last = packs.replay(authority, packed);
        assertThat(packed.events()).isEqualTo(10);
        assertThat(events.read(authority, last, 100, packed)).isEqualTo(2);

        assertThat(packed.lastSeq()).isEqualTo(read.lastSeq());
        assertThat(packed.cases()).isEqualTo(read.cases());
        OwnEvents.Snapshot one = snapshot(read);
        OwnEvents.Snapshot other = snapshot(packed);
        assertThat(other.classes()).isEqualTo(one.classes());
        assertThat(other.systemResource()).isEqualTo(one.systemResource());
        assertThat(other.log().caseOffset()).isEqualTo(one.log().caseOffset());
        assertThat(other.log().activity()).isEqualTo(one.log().activity());
        assertThat(other.log().activities()).isEqualTo(one.log().activities());
        assertThat(other.log().instantMicros()).isEqualTo(one.log().instantMicros());
        assertThat(other.log().resource()).isEqualTo(one.log().resource());
        assertThat(other.log().group()).isEqualTo(one.log().group());
        assertThat(other.log().groups()).isEqualTo(one.log().groups());
    }

    @Test
    void whatHappenedEarlierAndCameLaterStandsInItsPlace() {
        List<UUID> one = List.of(Ids.next());
        happened(one);
        OwnEvents read = new OwnEvents();
        events.read(authority, 0, 100, read);

        assertThat(snapshot(read).log().instantMicros()).isSorted();
        assertThat(snapshot(read).log().quality().tiedPairs()).isEqualTo(10);
    }

    private static OwnEvents.Snapshot snapshot(OwnEvents events) {
        return events.snapshot(new String[events.cases().size()], Map.of(), "UTC");
    }
}
