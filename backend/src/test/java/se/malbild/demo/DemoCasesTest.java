// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.demo.DemoAuthority.NOW;
import static se.malbild.demo.DemoAuthority.PLANS;
import static se.malbild.demo.DemoAuthority.SETTINGS;
import static se.malbild.demo.DemoAuthority.STAFF;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.cases.CaseHistory;
import se.malbild.cases.type.FormRules;
import se.malbild.platform.events.AuditVerifier;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.TestService;

class DemoCasesTest {
    @Test
    void areTheSameEachTimeTheyArePlanned() {
        assertThat(DemoAuthority.plans()).isEqualTo(PLANS);
    }

    @Test
    void areEnoughOfEachTypeForFiguresToMeanSomething() {
        Map<String, Long> closed = PLANS.stream()
                .filter(plan -> !plan.steps().isEmpty() && plan.steps().getLast() instanceof CaseHistory.Closed)
                .collect(Collectors.groupingBy(plan -> plan.wanted().caseTypeKey(), Collectors.counting()));

        assertThat(PLANS).hasSizeBetween(1100, 1300);
        assertThat(closed.keySet()).containsExactlyInAnyOrderElementsOf(DemoFiles.CASE_TYPES);
        assertThat(closed.values().stream().filter(count -> count >= 100)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void haveFormsThatFollowTheirTypes() {
        assertThat(PLANS).allSatisfy(plan -> {
            FormRules.Result checked = FormRules.of(
                            Objects.requireNonNull(SETTINGS.get(plan.wanted().caseTypeKey()))
                                    .type())
                    .check(plan.wanted().formData());
            assertThat(checked.wrong()).isEmpty();
            assertThat(checked.missing()).isEmpty();
        });
    }

    @Test
    void happenInOrderAndNeverInTheFuture() {
        assertThat(PLANS).allSatisfy(plan -> {
            List<Instant> instants =
                    plan.steps().stream().map(step -> step.act().at()).toList();
            assertThat(instants)
                    .isSorted()
                    .allSatisfy(at -> assertThat(at).isBetween(plan.registered().at(), NOW));
        });
    }

    @Test
    void beforeTheAdministrationFoundItsFormWereRegisteredLater() {
        Instant found = Instant.parse("2025-05-01T00:00:00Z");
        double before = lateShare(PLANS.stream()
                .filter(plan -> plan.registered().at().isBefore(found))
                .toList());
        double after = lateShare(PLANS.stream()
                .filter(plan -> !plan.registered().at().isBefore(found))
                .toList());

        assertThat(before).isGreaterThan(1.5 * after);
    }

    /** Share registered more than three days after they came. */
    private static double lateShare(List<CasePlan> plans) {
        return plans.stream()
                        .filter(plan -> Duration.between(
                                                plan.wanted().receivedAt(),
                                                plan.registered().at())
                                        .toDays()
                                >= 3)
                        .count()
                / (double) plans.size();
    }

    @Test
    void areTakenInByTheProductWithAllItsRules() {
        List<CasePlan> some = IntStream.range(0, PLANS.size())
                .filter(i -> i % 12 == 0)
                .mapToObj(PLANS::get)
                .toList();

        TestService.bean(CaseLoading.class).load(STAFF.authorityId(), some, (what, done, total) -> {});

        Set<String> states = TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("SELECT state FROM cases WHERE authority_id = :id")
                        .bind("id", STAFF.authorityId())
                        .mapTo(String.class)
                        .set());
        assertThat(states).contains("in_progress", "dispatched", "closed");
        assertThat(TestService.bean(AuditVerifier.class).verify().faults())
                .noneMatch(fault -> fault.contains(STAFF.authorityId().toString()));
    }

    @Test
    void giveTheOfficerOneSignsInAsSomethingOverdueSomethingSoonAndSomethingNew() {
        List<CasePlan> hers = new LoginCases(SETTINGS, NOW).all();
        TestService.bean(CaseLoading.class).load(STAFF.authorityId(), hers, (what, done, total) -> {});

        Answer standing = DemoAuthority.as(DemoLogins.OFFICER).get("/my-cases").hasStatus(200);

        int open = standing.json().path("openCount").asInt();
        assertThat(open).isGreaterThanOrEqualTo(10);
        assertThat(standing.json().path("overdueCount").asInt()).isBetween(1, open / 2);
        assertThat(standing.json().path("soonCount").asInt()).isPositive();
        assertThat(standing.json().path("waitingCount").asInt()).isPositive();
    }

    @Test
    void letEveryLoginIn() {
        assertThat(DemoLogins.all()).allSatisfy(login -> {
            UUID known = STAFF.byUserName().get(login.userName());
            assertThat(known).as(login.userName()).isNotNull();
            Api.anonymous()
                    .post("/sessions", Map.of("userName", login.userName(), "password", DemoLogins.PASSWORD))
                    .hasStatus(201);
        });
    }
}
