// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.contribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.client.ClientCaller;
import se.malbild.access.client.Clients;
import se.malbild.benchmark.kernel.Membership;

/** The values that stand in a pool, whosever they are: for freezing and for nothing else. {@code ModuleSeamsTest} holds who uses it. */
@Singleton
public class WholePools {
    private final ContributionRepository contributions;
    private final Clients clients;

    WholePools(ContributionRepository contributions, Clients clients) {
        this.contributions = contributions;
        this.clients = clients;
    }

    /** Keys of the pools that may be large enough for a cohort. */
    public List<String> largeEnough() {
        return contributions.poolsOf(Membership.FEWEST);
    }

    /**
     * The values that stand in a pool, one for each contributor, locked until the transaction ends. An agency whose client has lost its
     * right can withdraw nothing any more, so what it has given counts no longer.
     */
    public List<Contribution> lock(String pool) {
        return contributions.lockPool(pool).stream()
                .filter(each -> holds(each.by().clientId()))
                .toList();
    }

    private boolean holds(@Nullable UUID clientId) {
        return clientId == null
                || clients.now(clientId)
                        .filter((ClientCaller client) -> client.may(AgencyValues.SCOPE))
                        .isPresent();
    }
}
