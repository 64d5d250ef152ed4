// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.cases.type.CaseTypes;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.CaseTypeFiles;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/**
 * A case one may not see leaves no trace (CASES §14, scenarios 22 and 23). Each reader asks all that the contract lets anybody ask, before
 * the case exists and after it has been registered, handled and decided; the answers must be the same byte for byte: bodies, headers,
 * counts, facets, ETags, suggestions, figures and notices. Only the statutory register and the log of readings may tell.
 */
class LeakTest {
    /** The rows that the law wants shown to all (OSL 5:2 §), how far the series has come, and who reads what, for whoever watches that. */
    private static final Set<String> MEANT_TO_TELL =
            Set.of("/register-rows", "/register-entries", "/number-series", "/access-log");

    private static final String PARTY = "Hemligstad Kennel";

    private final GivenCases given = new GivenCases();
    private final Given.Person insider = given.authority.another(Role.OFFICER, given.animals);
    private final Given.Person decider = given.authority.another(Role.DECISION_MAKER, given.animals);
    private final Map<String, Api> readers = new LinkedHashMap<>();
    private Answer visible;
    private LeakProbes probes;

    @BeforeEach
    void anOrdinaryDay() {
        TestService.bean(CaseTypes.class)
                .importPublished(
                        given.authority.authorityId(),
                        CaseTypeFiles.json(GivenCases.ANIMALS)
                                .replace("\"level\": \"restricted\"", "\"level\": \"secret\""),
                        Instant.now());
        visible = given.underWay();
        given.registrar
                .api()
                .post(
                        "/inbox-items",
                        Map.of(
                                "channel",
                                "email",
                                "receivedAt",
                                Instant.now().minusSeconds(60).toString(),
                                "subject",
                                "Om hundarna",
                                "sender",
                                PARTY))
                .hasStatus(201);
        readers.put(
                "colleague",
                given.authority.another(Role.OFFICER, given.animals).api());
        readers.put(
                "manager",
                given.authority.person(Role.UNIT_MANAGER, given.animals).api());
        readers.put(
                "another who decides",
                given.authority.another(Role.DECISION_MAKER, given.animals).api());
        readers.put(
                "consultant",
                given.authority.person(Role.CONSULTANT, given.animals).api());
        readers.put("executive", given.authority.as(Role.EXECUTIVE));
        readers.put("developer", given.authority.as(Role.BUSINESS_DEVELOPER));
        readers.put("archivist", given.authority.as(Role.ARCHIVIST));
        readers.put("auditor", given.authority.as(Role.AUDITOR));
        readers.put("administrator", given.authority.as(Role.ADMINISTRATOR));
        readers.put("officer elsewhere", given.officer.api());
        readers.put("another authority", Given.anAuthority().as(Role.REGISTRAR));
        readers.put("nobody", Api.anonymous());
        String log = own(insider.api());
        probes = new LeakProbes(Map.ofEntries(
                Map.entry("caseId", List.of(visible.id())),
                Map.entry("recordId", List.of(visible.text("/records/0/id"))),
                Map.entry("fileId", List.of(UUID.randomUUID().toString())),
                Map.entry("unitId", List.of(given.animals.toString(), given.water.toString())),
                Map.entry("unit", List.of(given.animals.toString())),
                Map.entry("userId", List.of(insider.id().toString())),
                Map.entry("officer", List.of(insider.id().toString())),
                Map.entry("eventLogId", List.of(log)),
                Map.entry("state", List.of("registered", "in_progress", "decided")),
                Map.entry("sort", List.of("due", "registered")),
                Map.entry("openOnly", List.of("true")),
                Map.entry("mine", List.of("true")),
                Map.entry("caseType", List.of(GivenCases.ANIMALS)),
                Map.entry("query", List.of(PARTY, "hundar", "Grävning")),
                Map.entry("limit", List.of("1")),
                Map.entry("activity", List.of("DecisionSigned", "NoteAdded")),
                Map.entry("from", List.of("2026-01-01")),
                Map.entry("includeEnded", List.of("true"))));
        given.register(GivenCases.wholeItem());
        until(() -> given.authority
                        .as(Role.EXECUTIVE)
                        .get("/event-logs/" + log + "/process-map")
                        .json()
                        .at("/selection/caseCount")
                        .asInt()
                == 2);
    }

    @Test
    void aSecretCaseIsInNoAnswer() {
        assertLeavesNoTrace(file -> file);
    }

    @Test
    void aStrictCaseIsInNoAnswerNotEvenTheRegistrars() {
        readers.keySet().retainAll(Set.of("manager", "auditor", "executive"));
        readers.put("registrar", given.registrar.api());

        assertLeavesNoTrace(file -> {
            act(
                            insider.api(),
                            file,
                            "secrecy-markings",
                            Map.of(
                                    "level",
                                    "strict",
                                    "provision",
                                    "21 kap. 3 § offentlighets- och sekretesslagen",
                                    "markedOn",
                                    LocalDate.now(Units.STOCKHOLM).toString()))
                    .hasStatus(201);
            return insider.api().get("/cases/" + file.id()).hasStatus(200);
        });
    }

    private void assertLeavesNoTrace(UnaryOperator<Answer> more) {
        LeakProbes.Subject unknown = LeakProbes.Subject.unknown("282-3-" + Year.now(Units.STOCKHOLM));
        Map<String, Map<String, String>> before = all(unknown);

        Answer hidden = more.apply(hidden());

        until(() -> !keyOf(hidden.id()).isEmpty());
        LeakProbes.Subject subject = new LeakProbes.Subject(
                hidden.id(),
                hidden.text("/records/0/id"),
                hidden.text("/decisions/0/id"),
                keyOf(hidden.id()),
                hidden.text("/number"));
        assertThat(subject.number())
                .as("the number asked for before it existed")
                .isEqualTo(unknown.number());
        assertThat(different(before, all(subject))).isEmpty();
    }

    private Map<String, Map<String, String>> all(LeakProbes.Subject subject) {
        Map<String, Map<String, String>> told = new LinkedHashMap<>();
        readers.forEach((name, reader) -> {
            Map<String, String> answers = probes.readings(reader, subject);
            answers.putAll(probes.writings(reader, subject));
            answers.putAll(probes.searches(
                    reader,
                    "/register-row-searches",
                    List.of(Map.of("sender", PARTY), Map.of("sender", "H", "limit", 1), Map.of("sender", "%"))));
            told.put(name, answers);
        });
        return told;
    }

    private static List<String> different(
            Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        List<String> different = new ArrayList<>();
        after.forEach((reader, answers) -> answers.forEach((asked, answer) -> {
            String was = Objects.requireNonNull(before.get(reader)).get(asked);
            if (MEANT_TO_TELL.stream().noneMatch(asked::startsWith) && !answer.equals(was)) {
                different.add(reader + ": " + asked + "\nbefore: " + was + "\nafter:  " + answer);
            }
        }));
        return different;
    }

    /** A case about animals with a party, a note, a decision and all else that a case gathers. */
    private Answer hidden() {
        Map<String, Object> item = GivenCases.item(GivenCases.ANIMALS);
        item.put("subject", "Vanvård av hundar i Hemligstad");
        item.put("parties", List.of(Map.of("kind", "organisation", "role", "subject", "name", PARTY)));
        Answer file = given.register(item);
        file = act(
                        given.registrar.api(),
                        file,
                        "assignment",
                        Map.of("unitId", given.animals, "officerId", insider.id()))
                .hasStatus(200);
        file = act(insider.api(), file, "start", null).hasStatus(200);
        file = act(insider.api(), file, "notes", Map.of("text", "Ringde veterinären.", "addsFacts", true))
                .hasStatus(201);
        file = act(
                        insider.api(),
                        file,
                        "tasks",
                        Map.of(
                                "title",
                                "Boka besök",
                                "dueDate",
                                LocalDate.now(Units.STOCKHOLM).toString()))
                .hasStatus(201);
        Map<String, Object> proposal = given.proposal();
        proposal.put("decisionType", "injunction");
        proposal.put("outcome", "injunction");
        proposal.put("presenterIds", List.of(insider.id()));
        proposal.put("decisionMakerId", decider.id());
        return act(insider.api(), file, "decisions", proposal).hasStatus(201);
    }

    /** The key of a case in the log of own cases, as whoever has it sees it; empty until it is there. */
    private String keyOf(String caseId) {
        for (var each : insider.api()
                .get("/event-logs/" + own(insider.api()) + "/cases")
                .hasStatus(200)
                .json()
                .at("/items")) {
            if (each.path("caseId").asText().equals(caseId)) {
                return each.path("key").asText();
            }
        }
        return "";
    }

    private static String own(Api reader) {
        return reader.get("/event-logs").hasStatus(200).text("/items/0/id");
    }

    /** Waits for what comes after the commit: the log of own cases reads published events. */
    private static void until(BooleanSupplier there) {
        long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!there.getAsBoolean() && System.nanoTime() < limit) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(there.getAsBoolean()).isTrue();
    }
}
