// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.idempotency;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpResponse;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Sha256;
import se.malbild.platform.contract.Contract;
import se.malbild.platform.contract.ContractOperation;

/** Finds the operations that take an {@code Idempotency-Key} and runs them through {@link Idempotency}. */
@Singleton
@InterceptorBean(Idempotent.class)
class IdempotentInterceptor implements MethodInterceptor<Object, Object> {
    private static final String KEY = "idempotencyKey";

    private final Contract contract;
    private final Idempotency idempotency;
    private final CallerIdentity callers;
    private final ObjectMapper json;

    IdempotentInterceptor(Contract contract, Idempotency idempotency, CallerIdentity callers, ObjectMapper json) {
        this.contract = contract;
        this.idempotency = idempotency;
        this.callers = callers;
        this.json = json;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
        Optional<ContractOperation> operation =
                contract.find(call.getMethodName()).filter(found -> found.takesIdempotencyKey() && found.jsonBody());
        Optional<CallerIdentity.Id> caller = operation.flatMap(found -> callers.current());
        if (operation.isEmpty() || caller.isEmpty()) {
            return call.proceed();
        }
        Map<String, Object> sent = call.getParameterValueMap();
        return idempotency.once(
                caller.get(),
                call.getMethodName(),
                String.valueOf(sent.get(KEY)),
                hash(sent),
                operation.get().secretFields(),
                () -> (HttpResponse<?>) call.proceed());
    }

    private byte[] hash(Map<String, Object> sent) {
        try {
            MessageDigest digest = Sha256.digest();
            for (String name : sent.keySet().stream()
                    .filter(each -> !KEY.equals(each))
                    .sorted()
                    .toList()) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(sent.get(name) == null ? new byte[0] : json.writeValueAsBytes(sent.get(name)));
                digest.update((byte) 0);
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
