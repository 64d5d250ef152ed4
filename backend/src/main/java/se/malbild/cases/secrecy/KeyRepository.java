// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.secrecy;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import se.malbild.access.permission.Keys;
import se.malbild.access.unit.Units;

/** The keys of a person, in one look at the database for each reading of the person's rights. */
@Singleton
public class KeyRepository implements Keys.Source {
    /** Rights are kept for at most five seconds: an opening ends that much early rather than late. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Jdbi jdbi;
    private final Clock clock;

    KeyRepository(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** When the last of the person's openings of the case runs out, if one runs. */
    public Optional<Instant> runsUntil(UUID authorityId, UUID userId, UUID caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT MAX(expires_at) FROM case_openings
                 WHERE authority_id = :authority AND user_id = :user AND case_id = :case AND expires_at > :now""")
                .bind("authority", authorityId)
                .bind("user", userId)
                .bind("case", caseId)
                .bind("now", clock.instant())
                .mapTo(Instant.class)
                .findOne());
    }

    /** A thing a key opens. */
    private record Opens(String kind, UUID id) {}

    @Override
    public Keys of(UUID authorityId, UUID userId) {
        Instant now = clock.instant();
        Set<UUID> compartments = new HashSet<>();
        Set<UUID> emergency = new HashSet<>();
        Set<UUID> reasoned = new HashSet<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                SELECT 'compartment' AS kind, compartment_id AS id FROM compartment_memberships
                 WHERE authority_id = :authority AND user_id = :user AND state = 'active' AND valid_from <= :today
                   AND (valid_to IS NULL OR valid_to >= :today)
                UNION ALL
                SELECT kind, case_id FROM case_openings WHERE authority_id = :authority AND user_id = :user AND expires_at > :until""")
                .bind("authority", authorityId)
                .bind("user", userId)
                .bind("today", LocalDate.ofInstant(now, Units.STOCKHOLM))
                .bind("until", now.plus(KEPT))
                .map((row, context) -> new Opens(row.getString(1), UUID.fromString(row.getString(2))))
                .forEach(each -> (switch (each.kind()) {
                            case "compartment" -> compartments;
                            case "emergency" -> emergency;
                            default -> reasoned;
                        })
                        .add(each.id())));
        return compartments.isEmpty() && emergency.isEmpty() && reasoned.isEmpty()
                ? Keys.NONE
                : new Keys(compartments, emergency, reasoned);
    }
}
