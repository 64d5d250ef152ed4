// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.events;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Reads every event and checks that the chains are unbroken: finds an edited, deleted, inserted or swapped row. An edit of rows and
 * heads together by somebody who recomputes all hashes is found by signed checkpoints only.
 */
@Singleton
public class AuditVerifier {
    private static final int MOST_FAULTS = 200;

    private final EventRepository events;
    private final Jdbi jdbi;

    AuditVerifier(EventRepository events, Jdbi jdbi) {
        this.events = events;
        this.jdbi = jdbi;
    }

    /**
     * What was found.
     *
     * @param faults at most 200 sentences naming chain and number; empty = unbroken
     */
    public record Report(long chains, long events, List<String> faults) {
        /** Whether nothing was found. */
        public boolean unbroken() {
            return faults.isEmpty();
        }
    }

    /** Verifies all kinds of chain. */
    public Report verify() {
        Walk walk = new Walk();
        for (Chain chain : Chain.values()) {
            walk.begin(chain);
            events.scan(chain, walk::next);
            walk.endOfChain();
            jdbi.useHandle(handle -> {
                try (Stream<EventRepository.Head> heads = events.heads(handle, chain)) {
                    heads.forEach(walk::compareHead);
                }
            });
            walk.end();
        }
        return new Report(walk.chains, walk.events, List.copyOf(walk.faults));
    }

    private static final class Walk {
        private final List<String> faults = new ArrayList<>();
        private final Map<UUID, EventRow> lastOf = new HashMap<>();
        private @Nullable EventRow last;
        private Chain chain = Chain.CASE;
        private long chains;
        private long events;

        void begin(Chain kind) {
            chain = kind;
            last = null;
            lastOf.clear();
        }

        void next(EventRow row) {
            events++;
            EventRow before = last != null && last.chainId().equals(row.chainId()) ? last : null;
            if (before == null) {
                endOfChain();
                chains++;
            }
            int expectedSeq = before == null ? 1 : before.chainSeq() + 1;
            if (row.chainSeq() != expectedSeq) {
                fault(
                        row,
                        "number %d where %d was expected: an event is missing or was inserted"
                                .formatted(row.chainSeq(), expectedSeq));
            }
            if (!Arrays.equals(row.prevHash(), before == null ? EventHash.START : before.hash())) {
                fault(row, "does not follow the event before it");
            }
            if (!Arrays.equals(row.hash(), EventHash.of(row))) {
                fault(row, "has been changed");
            }
            boolean disposed = row.attributes() == null && row.reason() == null;
            if (!disposed && !Arrays.equals(row.payloadHash(), EventHash.ofPayload(row.reason(), row.attributes()))) {
                fault(row, "its reason or attributes have been changed");
            }
            last = row;
        }

        void endOfChain() {
            if (last != null) {
                lastOf.put(last.chainId(), last);
            }
        }

        void compareHead(EventRepository.Head head) {
            EventRow row = lastOf.remove(head.chainId());
            if (row == null
                    ? head.lastSeq() != 0
                    : head.lastSeq() != row.chainSeq() || !Arrays.equals(head.lastHash(), row.hash())) {
                add("%s chain %s: ends at number %s, its head says %d"
                        .formatted(chain, head.chainId(), row == null ? "0" : row.chainSeq(), head.lastSeq()));
            }
        }

        void end() {
            lastOf.keySet().forEach(id -> add("%s chain %s: has events but no head".formatted(chain, id)));
        }

        private void fault(EventRow row, String what) {
            add("%s chain %s, event %d (%s): %s".formatted(chain, row.chainId(), row.chainSeq(), row.activity(), what));
        }

        private void add(String sentence) {
            if (faults.size() < MOST_FAULTS) {
                faults.add(sentence);
            }
        }
    }
}
