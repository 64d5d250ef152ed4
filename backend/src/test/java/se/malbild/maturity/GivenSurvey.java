// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** An authority with a unit to assess, those who lead and decide, and participants who answer. */
public final class GivenSurvey {
    static final Map<String, Integer> GROUPS =
            Map.of("ledning", 9, "chefer", 12, "handlaggare", 40, "administration", 10);
    /** What "vet inte" is called here. */
    static final int DONT_KNOW = -1;

    final Given authority = Given.anAuthority();
    final UUID unit = authority.unit("VAT");
    final Given.Person manager = authority.person(Role.UNIT_MANAGER, unit);
    final Given.Person developer = authority.person(Role.BUSINESS_DEVELOPER);
    final Given.Person executive = authority.person(Role.EXECUTIVE);

    /** A body for a new assessment of the unit; change what matters. */
    Map<String, Object> wanted(Map<String, Integer> groups) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Hösten 2026");
        body.put("unitId", unit);
        body.put("periodFrom", "2025-10-01");
        body.put("periodTo", "2026-09-30");
        List<Map<String, Object>> invited = new ArrayList<>();
        groups.forEach((group, count) -> invited.add(Map.of("group", group, "invited", count)));
        body.put("groups", invited);
        return body;
    }

    Answer planned(Map<String, Integer> groups) {
        return manager.api().post("/assessments", wanted(groups)).hasStatus(201);
    }

    /** The codes of a survey's links. */
    record Links(Map<String, String> codes) {
        String of(String group) {
            return Objects.requireNonNull(codes.get(group), group);
        }
    }

    /** Opens the survey. */
    Links open(Answer assessment) {
        Answer opened = act(
                        manager.api(),
                        assessment,
                        "survey",
                        Map.of(
                                "closesOn",
                                LocalDate.now(Units.STOCKHOLM).plusDays(30).toString()))
                .hasStatus(201);
        Map<String, String> codes = new HashMap<>();
        opened.json()
                .path("links")
                .forEach(link ->
                        codes.put(link.path("group").asText(), link.path("code").asText()));
        return new Links(codes);
    }

    Answer read(Answer assessment) {
        return manager.api().get("/assessments/" + assessment.id()).hasStatus(200);
    }

    Answer close(Answer assessment) {
        return act(manager.api(), read(assessment), "survey/closing", null).hasStatus(200);
    }

    Answer scorecard(Answer assessment) {
        return manager.api()
                .get("/assessments/" + assessment.id() + "/scorecard")
                .hasStatus(200);
    }

    /** An act on the assessment in the version that was answered. */
    static Answer act(Api as, Answer assessment, String act, @Nullable Object body) {
        return as.with("If-Match", assessment.etag()).post("/assessments/" + assessment.id() + "/" + act, body);
    }

    /** Somebody who has entered by the code, on a page of our own. */
    static Api participant(String code) {
        return Api.anonymous().with("Cookie", cookie(code)).with("Origin", TestService.root());
    }

    private static String cookie(String code) {
        String set = Api.anonymous()
                .post("/survey-sessions", Map.of("code", code))
                .hasStatus(201)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }

    /** The cookie of somebody who may answer a survey, for tests that only need one. */
    public static String someCookie() {
        GivenSurvey given = new GivenSurvey();
        return cookie(given.open(given.planned(GROUPS)).of("handlaggare"));
    }

    /** Answers to every question: the level of each, or {@link #DONT_KNOW}. */
    static Map<String, Object> answers(Function<Criterion, Integer> level) {
        List<Map<String, Object>> given = new ArrayList<>();
        TestService.bean(MaturityModels.class).current().criteria().forEach(criterion -> {
            int answer = level.apply(criterion);
            given.add(
                    answer == DONT_KNOW
                            ? Map.of("criterion", criterion.code(), "dontKnow", true)
                            : Map.of("criterion", criterion.code(), "level", answer, "dontKnow", false));
        });
        return new HashMap<>(Map.of("submissionId", UUID.randomUUID(), "answers", given));
    }

    /** So many people of a group answer, each the level given by their number. */
    static void answer(String code, int people, Function<Integer, Integer> levelOfPerson) {
        for (int person = 0; person < people; person++) {
            int level = levelOfPerson.apply(person);
            participant(code)
                    .post("/survey-sessions/current/answers", answers(criterion -> level))
                    .hasStatus(204);
        }
    }
}
