// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import se.malbild.access.client.ClientCaller;
import se.malbild.access.client.ClientLimits;
import se.malbild.platform.contract.Contract;
import se.malbild.platform.contract.ContractOperation;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * The one place where an operation is allowed or refused: the contract names the permission, the caller's grants give it. What a
 * permission reaches is settled by the feature's scope, not here. An operation outside the contract is refused. A client reaches what is for
 * agencies and a person what is for staff, neither the other's: a client is no {@link Caller} and a person no client.
 */
@Singleton
class PermissionRule implements SecurityRule<HttpRequest<?>> {
    private static final Set<String> WITH_ONE_TIME_PASSWORD =
            Set.of("getMe", "changeMyPassword", "deleteCurrentSession");

    private final Contract contract;
    private final Exports exports;
    private final ClientLimits limits;

    PermissionRule(Contract contract, Exports exports, ClientLimits limits) {
        this.contract = contract;
        this.exports = exports;
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return -1000;
    }

    @Override
    public Publisher<SecurityRuleResult> check(
            @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
        if (request == null || !request.getPath().startsWith("/api/")) {
            return Mono.just(SecurityRuleResult.ALLOWED);
        }
        Optional<String> method = RouteAttributes.getRouteInfo(request)
                .filter(MethodBasedRouteInfo.class::isInstance)
                .map(route ->
                        ((MethodBasedRouteInfo<?, ?>) route).getTargetMethod().getMethodName());
        if (method.isEmpty() || OpenPages.isOne(request.getPath())) {
            return Mono.just(SecurityRuleResult.ALLOWED);
        }
        ContractOperation operation = contract.find(method.get()).orElse(null);
        if (operation == null) {
            return Mono.just(SecurityRuleResult.REJECTED);
        }
        Mono<SecurityRuleResult> decided = Mono.defer(() -> Mono.just(decide(request, operation)));
        return operation.export() ? decided.flatMap(result -> narrowed(request, operation, result)) : decided;
    }

    private Mono<SecurityRuleResult> narrowed(
            HttpRequest<?> request, ContractOperation operation, SecurityRuleResult result) {
        Optional<Caller> caller = Callers.of(request);
        return result == SecurityRuleResult.ALLOWED && caller.isPresent()
                ? exports.narrow(request, caller.get(), operation).thenReturn(result)
                : Mono.just(result);
    }

    private SecurityRuleResult decide(HttpRequest<?> request, ContractOperation operation) {
        if (operation.open()) {
            return SecurityRuleResult.ALLOWED;
        }
        if (operation.forParticipants()) {
            ParticipantDoor.requireEntry(request);
            return SecurityRuleResult.ALLOWED;
        }
        if (operation.forAgencies()) {
            Optional<ClientCaller> client = Callers.clientOf(request);
            if (client.isEmpty() || !client.get().may(operation.permission())) {
                return SecurityRuleResult.REJECTED;
            }
            limits.take(request, client.get(), operation);
            return SecurityRuleResult.ALLOWED;
        }
        Optional<Caller> caller = Callers.of(request);
        if (caller.isEmpty()) {
            return SecurityRuleResult.REJECTED;
        }
        if (request.getAttribute(CallerFetcher.BY_COOKIE).isPresent() && writes(request) && !OwnOrigin.isIt(request)) {
            throw ProblemException.of(ProblemType.FOREIGN_ORIGIN);
        }
        if (caller.get().mustChangePassword() && !WITH_ONE_TIME_PASSWORD.contains(operation.operationId())) {
            throw ProblemException.of(ProblemType.PASSWORD_CHANGE_REQUIRED);
        }
        return operation.needsNoPermission() || caller.get().may(operation.permission())
                ? SecurityRuleResult.ALLOWED
                : SecurityRuleResult.REJECTED;
    }

    static boolean writes(HttpRequest<?> request) {
        return request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.HEAD;
    }
}
