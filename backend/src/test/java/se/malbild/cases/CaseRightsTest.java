// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.malbild.access.permission.Role;
import se.malbild.access.session.Sessions;
import se.malbild.access.unit.Units;
import se.malbild.cases.CaseRightsTable.Expected;
import se.malbild.cases.CaseRightsTable.Need;
import se.malbild.cases.CaseRightsTable.Situation;
import se.malbild.testing.Answer;
import se.malbild.testing.ContractBundle;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/**
 * Every role × every operation on a case × every way a case can stand to a person, over HTTP, against the table of the specification
 * ({@link CaseRightsTable}). One case is dressed anew for each situation and put back after each act that was done.
 */
class CaseRightsTest {
    private static final Jdbi JDBI = TestService.bean(Jdbi.class);
    private static final LocalDate TODAY = LocalDate.now(Units.STOCKHOLM);

    @Test
    void everyOperationOnCasesIsInTheMatrixOrLeftOutForAReason() {
        Set<String> wanted = ContractBundle.operations().stream()
                .filter(each ->
                        each.node().path("x-permission").asText().matches("(case:|record:|party:|friction:cases).*")
                                || each.path().contains("{caseId}"))
                .map(ContractBundle.Operation::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(CaseRightsTable.OPERATIONS.keySet());
        known.addAll(CaseRightsTable.LEFT_OUT.keySet());

        assertThat(known).isEqualTo(wanted);
    }

    @TestFactory
    Stream<DynamicTest> everyRoleInEverySituation() {
        WholeCase whole = new WholeCase();
        Map<Role, Given.Person> holding = new HashMap<>();
        Map<Role, Given.Person> expired = new HashMap<>();
        Map<Role, Given.Person> elsewhere = new HashMap<>();
        Given authority = whole.cases().authority;
        Given another = Given.anAuthority();
        CaseRightsTable.roles().forEach(role -> {
            holding.put(role, confirmed(authority.another(role, whole.cases().water)));
            elsewhere.put(role, confirmed(another.another(role, another.rootUnit())));
            expired.put(role, expired(authority.another(role, whole.cases().water)));
        });
        TestService.bean(Sessions.class).forgetAll();
        return CaseRightsTable.roles()
                .map(role -> DynamicTest.dynamicTest(role.code(), () -> {
                    List<String> wrong = new ArrayList<>();
                    for (Situation situation : Situation.values()) {
                        Map<Role, Given.Person> people = switch (situation) {
                            case OTHER_AUTHORITY -> elsewhere;
                            case GRANT_EXPIRED -> expired;
                            default -> holding;
                        };
                        tryAll(whole, role, situation, Objects.requireNonNull(people.get(role)), wrong);
                    }
                    assertThat(wrong).isEmpty();
                }));
    }

    private static Given.Person confirmed(Given.Person person) {
        person.api()
                .post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);
        return person;
    }

    /** Somebody who held the role until yesterday. */
    private static Given.Person expired(Given.Person person) {
        JDBI.useHandle(handle -> handle.execute(
                "UPDATE grants SET valid_to = ? WHERE user_id = ?",
                TODAY.minusDays(1),
                person.id().toString()));
        return person;
    }

    private static void tryAll(
            WholeCase whole, Role role, Situation situation, Given.Person person, List<String> wrong) {
        whole.dress(role, situation, person);
        for (ContractBundle.Operation operation : ContractBundle.operations()) {
            Need need = CaseRightsTable.OPERATIONS.get(operation.id());
            if (need != null) {
                Answer answer = whole.call(operation, person.api());
                for (int again = 0; answer.status() == 412 && again < 5; again++) {
                    // A job that makes a copy of a record has moved the version on meanwhile.
                    whole.dress(role, situation, person);
                    answer = whole.call(operation, person.api());
                }
                Expected expected = CaseRightsTable.expected(role, situation, need);
                if (seen(answer) != expected) {
                    wrong.add("%s %s: %s, but %d %s"
                            .formatted(situation, operation.id(), expected, answer.status(), answer.text("/detail")));
                }
                if (answer.status() < 300 && !operation.method().equals("GET")) {
                    whole.dress(role, situation, person);
                }
            }
        }
    }

    private static Expected seen(Answer answer) {
        assertThat(answer.status())
                .as("refused before anybody asked for the right: %s", answer.text())
                .isLessThan(500)
                .isNotIn(400, 401, 412, 415, 428);
        return switch (answer.status()) {
            case 403 -> Expected.FORBIDDEN;
            case 404 -> Expected.HIDDEN;
            default -> Expected.MAY;
        };
    }
}
