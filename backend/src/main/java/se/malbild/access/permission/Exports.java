// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutorService;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import se.malbild.platform.contract.ContractOperation;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * What is taken out of the service: the role of a consultant gives no way to it (CASES §12: no export). Somebody who holds another role
 * as well takes out what that one reaches, and no more.
 */
@Singleton
class Exports {
    private final RolePermissions roles;
    private final Rights rights;
    private final Scheduler blocking;

    Exports(RolePermissions roles, Rights rights, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.roles = roles;
        this.rights = rights;
        this.blocking = Schedulers.fromExecutorService(executor);
    }

    /** Goes on as the caller is without a consultant's grants; 403 where the operation is reached by nothing else. */
    Mono<Caller> narrow(HttpRequest<?> request, Caller caller, ContractOperation operation) {
        List<Grant> others = caller.grants().stream()
                .filter(each -> each.role() != Role.CONSULTANT)
                .toList();
        if (others.size() == caller.grants().size()) {
            return Mono.just(caller);
        }
        if (others.stream().noneMatch(each -> roles.of(each.role()).containsKey(operation.permission()))) {
            return Mono.error(
                    ProblemException.of(
                            ProblemType.NOT_PERMITTED,
                            "Som konsult kan du läsa men inte hämta ut något. Be den som har beställt ditt uppdrag om du behöver det.",
                            "As a consultant you can read but not take anything out. Ask whoever bought your services if you need it."));
        }
        return Mono.fromCallable(() -> caller.withGrants(others, rights.held(caller.authorityId(), others)))
                .subscribeOn(blocking)
                .doOnNext(narrowed -> request.setAttribute(Callers.ATTRIBUTE, narrowed));
    }
}
