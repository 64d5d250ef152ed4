// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.TestService;

/** A workshop on an assessment, its facilitator and people with phones. */
public final class GivenWorkshop {
    static final List<String> CRITERIA = List.of("AP3", "OA3", "KU1");

    final GivenSurvey survey;
    final Api facilitator;
    final String assessment;
    public final String id;
    public final String code;

    public GivenWorkshop() {
        this(Map.of());
    }

    GivenWorkshop(Map<String, Object> different) {
        this(new GivenSurvey(), different);
    }

    private GivenWorkshop(GivenSurvey survey, Map<String, Object> different) {
        this(survey, closed(survey), different);
    }

    private static Answer closed(GivenSurvey survey) {
        Answer planned = survey.planned(GivenSurvey.GROUPS);
        survey.open(planned);
        return survey.close(planned);
    }

    /** A workshop on an assessment that stands as it does. */
    GivenWorkshop(GivenSurvey survey, Answer assessed, Map<String, Object> different) {
        this.survey = survey;
        facilitator = survey.manager.api();
        assessment = assessed.id();
        Map<String, Object> body = wanted();
        body.putAll(different);
        Answer made = facilitator
                .post("/assessments/" + assessment + "/workshops", body)
                .hasStatus(201);
        id = made.text("/view/id");
        code = made.text("/view/code");
    }

    static Map<String, Object> wanted() {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Avdelning Miljö");
        body.put("startsAt", Instant.now().toString());
        body.put("groups", List.of("ledning", "chefer", "handlaggare"));
        body.put("criteria", CRITERIA);
        return body;
    }

    /** Somebody who has joined, with the cookie that the service gave. */
    Api join(String group) {
        return withCookie(Api.anonymous()
                .post("/workshop-sessions", Map.of("code", code, "group", group))
                .hasStatus(201));
    }

    static Api withCookie(Answer joined) {
        return Api.anonymous().with("Cookie", cookie(joined)).with("Origin", TestService.root());
    }

    static String cookie(Answer joined) {
        String set = joined.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }

    List<Api> join(String group, int people) {
        List<Api> joined = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            joined.add(join(group));
        }
        return joined;
    }

    public JsonNode view() {
        return facilitator.get("/workshops/" + id + "/screen").hasStatus(200).json();
    }

    /** An act as the facilitator sees the workshop now. */
    public Answer act(String action, Object... details) {
        return act(facilitator, move(action, details));
    }

    Answer act(Api as, Map<String, Object> move) {
        return as.post("/workshops/" + id + "/acts", move);
    }

    Map<String, Object> move(String action, Object... details) {
        JsonNode now = view();
        Map<String, Object> move = new HashMap<>(Map.of(
                "action",
                action,
                "expectedState",
                now.path("state").asText(),
                "round",
                now.path("round").asInt(),
                "version",
                now.path("version").asLong()));
        for (int i = 0; i < details.length; i += 2) {
            move.put(String.valueOf(details[i]), details[i + 1]);
        }
        return move;
    }

    /** A vote on the question that is open; {@code level} absent = does not know. */
    Answer vote(Api participant, @Nullable Integer level, int attempt) {
        JsonNode now = view();
        return vote(
                participant,
                now.at("/question/criterion").asText("AP3"),
                now.path("round").asInt(1),
                level,
                attempt);
    }

    static Answer vote(Api participant, String criterion, int round, @Nullable Integer level, int attempt) {
        Map<String, Object> body = new HashMap<>(
                Map.of("criterion", criterion, "round", round, "dontKnow", level == null, "attempt", attempt));
        if (level != null) {
            body.put("level", level);
        }
        return participant.send("PUT", "/workshop-sessions/current/vote", body);
    }

    /** All vote the same. */
    void vote(List<Api> participants, @Nullable Integer level) {
        participants.forEach(each -> vote(each, level, 1).hasStatus(200));
    }

    /** Everybody in the room votes, and the result is shown. */
    JsonNode revealed() {
        act("close").hasStatus(200);
        return act("reveal").hasStatus(200).json().at("/view/result");
    }

    static JsonNode group(JsonNode result, String group) {
        for (JsonNode each : result.path("groups")) {
            if (each.path("group").asText().equals(group)) {
                return each;
            }
        }
        throw new AssertionError("no " + group + " in " + result);
    }
}
