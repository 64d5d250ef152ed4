// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import se.malbild.platform.contract.ContractOperation;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * How much a client may ask for (CASES §13): so many requests a second with a burst, and fewer submissions. Counted in this process: with
 * several nodes each lets as much through. Every answer to a client tells its limit; what is too much is answered with 429. JSON bodies of
 * clients are at most 1 MB. Thread-safe.
 */
@ServerFilter("/api/v1/**")
public class ClientLimits implements Ordered {
    private static final String STANDING = "malbild.client.standing";
    private static final String SUBMITTING = "createSubmission";
    private static final long LARGEST_JSON = 1 << 20;

    private final double perSecond;
    private final int burst;
    private final double submissionsPerSecond;
    private final ClientCalls calls;
    private final Cache<UUID, TokenBucket> all = buckets();
    private final Cache<UUID, TokenBucket> submissions = buckets();

    ClientLimits(
            @Value("${malbild.agency-limits.requests-per-second:50}") double perSecond,
            @Value("${malbild.agency-limits.burst:100}") int burst,
            @Value("${malbild.agency-limits.submissions-per-second:10}") double submissionsPerSecond,
            ClientCalls calls) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.submissionsPerSecond = submissionsPerSecond;
        this.calls = calls;
    }

    /** Before what refuses, so that refusals tell the limit too. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private static Cache<UUID, TokenBucket> buckets() {
        return Caffeine.newBuilder()
                .expireAfterAccess(Duration.ofMinutes(10))
                .maximumSize(10_000)
                .build();
    }

    /** Counts a request that is allowed; 429 where it is one too many, 413 where it brings too much. */
    public void take(HttpRequest<?> request, ClientCaller client, ContractOperation operation) {
        calls.count(client, operation.operationId());
        long now = System.nanoTime();
        TokenBucket bucket = all.get(client.clientId(), id -> new TokenBucket(perSecond, burst, now));
        require(request, bucket.take(now));
        if (operation.operationId().equals(SUBMITTING)) {
            TokenBucket few = submissions.get(
                    client.clientId(),
                    id -> new TokenBucket(
                            submissionsPerSecond, (int) Math.max(1, Math.ceil(submissionsPerSecond)), now));
            require(request, few.take(now));
        }
        if (operation.jsonBody() && request.getContentLength() > LARGEST_JSON) {
            throw ProblemException.of(
                    ProblemType.TOO_LARGE,
                    "Innehållet får vara högst 1 MB. Filer laddas upp för sig.",
                    "The body may be at most 1 MB. Files are uploaded by themselves.");
        }
    }

    private static void require(HttpRequest<?> request, TokenBucket.Standing standing) {
        request.setAttribute(STANDING, standing);
        if (!standing.taken()) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_REQUESTS, null, List.of(), java.util.Map.of(), standing.untilNext());
        }
    }

    /** Tells the limit in every answer to a client. */
    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(STANDING, TokenBucket.Standing.class).ifPresent(standing -> {
            response.header("RateLimit-Limit", Integer.toString(standing.limit()));
            response.header("RateLimit-Remaining", Integer.toString(standing.remaining()));
            response.header(
                    "RateLimit-Reset", Long.toString(standing.untilFull().toSeconds() + 1));
        });
    }
}
