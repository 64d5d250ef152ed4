// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.cohort;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.benchmark.contribution.Contribution;
import se.malbild.benchmark.contribution.WholePools;
import se.malbild.benchmark.kernel.Membership;
import se.malbild.maturity.model.ModelSemver;
import se.malbild.maturity.source.KeptJson;
import se.malbild.platform.Ids;
import se.malbild.platform.Sha256;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;

/**
 * Freezes cohorts. By itself and by one rule, so that nobody can choose a moment at which the group tells something: where a pool is large
 * enough and differs by at least {@link Membership#FEWEST_DIFFERENT} from every cohort it has (ADR 14).
 */
@Singleton
public class Freezing {
    private static final Logger LOG = LoggerFactory.getLogger(Freezing.class);

    private final WholePools pools;
    private final CohortRepository cohorts;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    Freezing(WholePools pools, CohortRepository cohorts, Transactions transactions, EventWriter events, Clock clock) {
        this.pools = pools;
        this.cohorts = cohorts;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** What is hashed of a cohort. */
    record Content(String pool, int seq, List<Cohort.Member> members) {}

    /** Freezes what may be frozen now, and gives how many cohorts it became. Several nodes may do it at once. */
    public int freeze() {
        int frozen = 0;
        for (String pool : pools.largeEnough()) {
            try {
                frozen += Boolean.TRUE.equals(transactions.in(() -> freeze(pool))) ? 1 : 0;
            } catch (RuntimeException failed) {
                LOG.error("The pool {} could not be frozen", pool, failed);
            }
        }
        return frozen;
    }

    private boolean freeze(String pool) {
        List<Contribution> standing = pools.lock(pool);
        Map<Integer, Set<String>> earlier = cohorts.memberships(pool);
        Set<String> now = standing.stream().map(each -> each.by().key()).collect(Collectors.toSet());
        if (!Membership.mayBeFrozen(now, earlier.values())) {
            return false;
        }
        List<Cohort.Member> members = standing.stream()
                .map(each -> new Cohort.Member(
                        each.by().key(),
                        each.by().authorityId(),
                        each.by().clientId(),
                        each.id(),
                        each.by().nameSv(),
                        each.by().nameEn(),
                        each.value(),
                        each.n()))
                .sorted(Comparator.comparing(Cohort.Member::contributor))
                .toList();
        String version = standing.stream()
                .map(each -> ModelSemver.of(each.modelVersion()))
                .max(Comparator.naturalOrder())
                .map(ModelSemver::toString)
                .orElseThrow();
        Instant at = clock.instant();
        int seq = earlier.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        Cohort cohort = new Cohort(
                Ids.at(at.toEpochMilli()),
                pool,
                seq,
                version,
                at,
                members.size(),
                Sha256.hex(KeptJson.write(new Content(pool, seq, members))));
        cohorts.insert(cohort, members);
        members.stream()
                .map(Cohort.Member::authorityId)
                .distinct()
                .sorted()
                .forEach(authority -> events.append(event(authority, cohort)));
        return true;
    }

    private static NewEvent event(UUID authority, Cohort cohort) {
        return NewEvent.inAuthority(authority, "BenchmarkCohortFrozen", cohort.frozenAt(), Actor.system())
                .withObjects("benchmark_cohort:" + cohort.id())
                .withAttributes(
                        Map.of("pool", cohort.pool(), "members", cohort.members(), "sha256", cohort.contentHash()));
    }
}
