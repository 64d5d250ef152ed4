// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.idempotency;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Repeats are answered once: the key, the change and the answer are committed together, so a crash leaves either all or nothing. The
 * same key with the same content gives the stored answer for 7 days, with other content 422, while the first still runs 409. Failures
 * are not kept: the same key may be tried again.
 */
@Singleton
public class Idempotency {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final List<String> KEPT_HEADERS = List.of("ETag", "Location");

    private final IdempotencyRepository keys;
    private final Transactions transactions;
    private final ObjectMapper json;
    private final Clock clock;

    Idempotency(IdempotencyRepository keys, Transactions transactions, ObjectMapper json, Clock clock) {
        this.keys = keys;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs {@code work} once for {@code key}.
     *
     * @param contentHash SHA-256 of all that was sent
     * @param secretFields top-level fields of the answer that are not kept
     */
    public HttpResponse<?> once(
            CallerIdentity.Id caller,
            String operation,
            String key,
            byte[] contentHash,
            Set<String> secretFields,
            Supplier<HttpResponse<?>> work) {
        return transactions.in(() -> switch (keys.claim(
                caller.authorityId(), caller.callerId(), key, operation, contentHash, clock.instant())) {
            case RUNNING -> throw ProblemException.of(ProblemType.STILL_RUNNING);
            case TAKEN -> replay(caller, operation, key, contentHash);
            case CLAIMED -> {
                HttpResponse<?> answer = work.get();
                StoredAnswer kept = kept(operation, contentHash, answer, secretFields);
                keys.store(caller.authorityId(), caller.callerId(), key, kept);
                yield secretFields.isEmpty() ? written(answer, kept) : answer;
            }
        });
    }

    /** What was stored goes out as it is: a repeat gets the same bytes, and nothing is written twice. */
    private static HttpResponse<?> written(HttpResponse<?> answer, StoredAnswer kept) {
        return kept.body() == null || !(answer instanceof MutableHttpResponse<?> open)
                ? answer
                : open.body(kept.body()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private HttpResponse<?> replay(CallerIdentity.Id caller, String operation, String key, byte[] contentHash) {
        StoredAnswer stored = keys.find(caller.authorityId(), caller.callerId(), key)
                .orElseThrow(() -> ProblemException.of(ProblemType.STILL_RUNNING));
        if (!stored.operation().equals(operation) || !Arrays.equals(stored.contentHash(), contentHash)) {
            throw ProblemException.of(ProblemType.KEY_REUSED);
        }
        MutableHttpResponse<String> response =
                HttpResponse.status(io.micronaut.http.HttpStatus.valueOf(stored.status()));
        read(stored.headers()).forEach((name, value) -> response.header(name, value));
        return stored.body() == null
                ? response
                : response.body(stored.body()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private StoredAnswer kept(String operation, byte[] contentHash, HttpResponse<?> answer, Set<String> secretFields) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = answer.header(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new StoredAnswer(
                operation, contentHash, answer.code(), write(headers), body(answer.body(), secretFields));
    }

    private @Nullable String body(@Nullable Object body, Set<String> secretFields) {
        if (body == null) {
            return null;
        }
        String text = write(body);
        if (secretFields.isEmpty()) {
            return text;
        }
        try {
            Map<String, Object> map =
                    new LinkedHashMap<>(json.readValue(text, Argument.mapOf(String.class, Object.class)));
            map.keySet().removeAll(secretFields);
            return write(map);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> read(String text) {
        try {
            return json.readValue(text, Argument.mapOf(String.class, String.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "10m")
    void forgetOld() {
        keys.deleteOlderThan(clock.instant().minus(KEPT));
    }
}
