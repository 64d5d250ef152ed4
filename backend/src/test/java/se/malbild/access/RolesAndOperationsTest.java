// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.malbild.access.permission.Role;
import se.malbild.access.permission.RolePermissions;
import se.malbild.platform.contract.Contract;
import se.malbild.platform.contract.ContractOperation;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/**
 * Every role against every operation of the contract. Who may is copied from the specification of roles by hand ({@link RoleTable}), never
 * from the file the service reads; everybody who is not named there must be refused.
 */
class RolesAndOperationsTest {
    private static final Contract CONTRACT = TestService.bean(Contract.class);

    @Test
    void everyPermissionOfTheContractIsInTheTable() {
        Set<String> used = new java.util.TreeSet<>();
        CONTRACT.operations().forEach(operation -> used.add(operation.permission()));
        used.remove("none");

        assertThat(RoleTable.MAY.keySet()).containsAll(used);
        assertThat(TestService.bean(RolePermissions.class).permissions())
                .containsExactlyInAnyOrderElementsOf(RoleTable.MAY.keySet());
    }

    @TestFactory
    Stream<DynamicTest> onlyTheRolesNamedMay() {
        Given given = Given.anAuthority();
        Map<Role, Api> callers = new HashMap<>();
        Arrays.stream(Role.values())
                .filter(role -> role != Role.API_CLIENT)
                .forEach(role -> callers.put(role, given.as(role)));
        return CONTRACT.operations().stream()
                .filter(operation ->
                        Set.of("staff", "agency").contains(operation.audience()) && !operation.needsNoPermission())
                .map(operation -> DynamicTest.dynamicTest(operation.operationId(), () -> tryAll(operation, callers)));
    }

    private static void tryAll(ContractOperation operation, Map<Role, Api> callers) {
        Set<Role> may = EnumSet.noneOf(Role.class);
        may.addAll(RoleTable.MAY.getOrDefault(operation.permission(), Set.of()));
        if (operation.export()) {
            may.remove(Role.CONSULTANT);
        }
        List<String> wrong = new ArrayList<>();
        callers.forEach((role, api) -> {
            Answer answer = call(operation, api);
            boolean refused = answer.status() == 403 && answer.text("/type").equals("/problems/not-permitted");
            if (may.contains(role) == refused) {
                wrong.add(role + " got " + answer.status());
            }
        });
        assertThat(wrong)
                .as(operation.operationId() + " needs " + operation.permission())
                .isEmpty();
        call(operation, Api.anonymous()).isProblem(401, "not-signed-in");
    }

    /** The operation on things that do not exist, with an empty body: whoever may gets 400, 404 or the like, never 403. */
    private static Answer call(ContractOperation operation, Api api) {
        String path = operation
                .path()
                .replaceAll("\\{[^}]*Id}", UUID.randomUUID().toString())
                .replaceAll("\\{[^}]*}", "XX1");
        Api caller = api.with("If-Match", "\"1\"")
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .with("Content-Type", operation.jsonBody() ? "application/json" : "application/octet-stream");
        boolean bodyless =
                operation.method().equals("GET") || operation.method().equals("DELETE");
        return caller.send(operation.method(), path, bodyless ? null : "{}");
    }
}
