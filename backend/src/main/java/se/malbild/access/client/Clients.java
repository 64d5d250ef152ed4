// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.platform.problem.ProblemException;

/**
 * The clients there are and what each may now. A request's client is read from the database and kept for at most five seconds, so that an
 * ended client or a revoked grant bites at once.
 */
@Singleton
public class Clients {
    private final ClientRepository clients;
    private final ClientTokens tokens;
    private final Clock clock;
    private final Cache<UUID, Optional<ClientCaller>> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(5))
            .maximumSize(10_000)
            .build();

    Clients(ClientRepository clients, ClientTokens tokens, Clock clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** One client of the authority; 404 otherwise. */
    public ApiClient get(UUID authorityId, UUID id) {
        return clients.find(authorityId, id).orElseThrow(ProblemException::notFound);
    }

    /** By name, those after {@code (afterName, afterId)}. */
    List<ApiClient> page(UUID authorityId, @Nullable String afterName, @Nullable UUID afterId, int limit) {
        return clients.page(authorityId, afterName, afterId, limit);
    }

    /** All its grants, oldest first. */
    List<ClientGrant> grantsOf(ApiClient client) {
        return clients.grantsOf(client.id());
    }

    /** All its keys, oldest first; those ended too. */
    List<ClientKey> keysOf(ApiClient client) {
        return clients.keysOf(client.id());
    }

    /** The client as it may call now, read anew; empty where it may not. */
    public Optional<ClientCaller> now(UUID clientId) {
        LocalDate today = today();
        return clients.findAnywhere(clientId)
                .filter(client -> client.worksOn(today))
                .map(client -> new ClientCaller(
                        client.authorityId(),
                        client.id(),
                        client.name(),
                        client.agency(),
                        clients.grantsOf(client.id()).stream()
                                .filter(grant -> grant.holdsOn(today))
                                .toList()));
    }

    /** Whether the text is a token of a client that has not run out; reads no database. */
    public boolean isToken(String token) {
        return tokens.read(token, clock.instant()).isPresent();
    }

    /** The client of a genuine token, with what it may now within the token's scopes. */
    public Optional<ClientCaller> caller(String token) {
        return tokens.read(token, clock.instant())
                .flatMap(said -> known.get(said.clientId(), this::now).map(caller -> caller.within(said.scopes())));
    }

    /** What is kept of callers is read anew; call it when what they may has changed. */
    void forgetAll() {
        known.invalidateAll();
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "7m")
    void forgetOldAssertions() {
        clients.forgetAssertions(clock.instant());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
    }
}
