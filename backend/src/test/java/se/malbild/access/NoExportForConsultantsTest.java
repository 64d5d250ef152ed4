// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.ContractBundle;
import se.malbild.testing.Given;

/** CASES §12: a consultant takes nothing out. Every operation of the contract that gives a file or a bundle is asked. */
class NoExportForConsultantsTest {
    private final Given authority = Given.anAuthority();

    /** Everything that gives something to take away, by what it answers or is called; not by what it says of itself. */
    private static List<ContractBundle.Operation> exports() {
        return ContractBundle.operations().stream()
                .filter(each -> each.node().path("x-audience").asText().equals("staff"))
                .filter(each -> givesFile(each) || each.id().matches("(export|download).*"))
                .filter(each -> !isOnePageToRead(each))
                .toList();
    }

    /** Answers that are no files: what a page shows, and what it is told as it happens. */
    private static final Set<String> NO_FILES = Set.of("application/json", "text/event-stream");

    private static boolean givesFile(ContractBundle.Operation operation) {
        for (var answer : operation.node().path("responses").properties()) {
            JsonNode told = ContractBundle.resolve(answer.getValue());
            if (answer.getKey().startsWith("2")
                    && (told.path("headers").has("Content-Disposition")
                            || told.path("content").properties().stream()
                                    .anyMatch(each -> !NO_FILES.contains(each.getKey())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOnePageToRead(ContractBundle.Operation operation) {
        return operation.path().endsWith("/pages/{page}/image");
    }

    @TestFactory
    Stream<DynamicTest> aConsultantTakesNothingOut() {
        Given.Person consultant = authority.person(Role.CONSULTANT);
        return exports().stream()
                .map(each -> DynamicTest.dynamicTest(each.id(), () -> {
                    Answer refused = ask(each, consultant.api()).isProblem(403, "not-permitted");
                    assertThat(refused.text("/detail")).contains("konsult");
                }));
    }

    @TestFactory
    Stream<DynamicTest> otherRolesReachWhatTheyMay() {
        Given.Person registrar = authority.person(Role.REGISTRAR);
        return exports().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.id(),
                        () -> assertThat(ask(each, registrar.api()).status()).isIn(200, 404)));
    }

    @Test
    void thereIsSomethingToTakeOut() {
        assertThat(exports())
                .extracting(ContractBundle.Operation::id)
                .contains("downloadRecordFile", "exportCaseTypes");
    }

    private static Answer ask(ContractBundle.Operation operation, Api as) {
        String path = operation
                .path()
                .replace("{modelVersion}", "1.1.0")
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        return as.send(
                operation.method(),
                path,
                operation.takesBody() ? operation.body().path("example") : null);
    }
}
