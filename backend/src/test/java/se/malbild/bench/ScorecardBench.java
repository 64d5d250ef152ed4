// SPDX-License-Identifier: EUPL-1.2
package se.malbild.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import se.malbild.access.permission.Role;
import se.malbild.access.session.Sessions;
import se.malbild.access.unit.Units;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.InvitedGroup;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.answers.Answers;
import se.malbild.maturity.decision.LevelDecisions;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.maturity.survey.Survey;
import se.malbild.maturity.survey.Surveys;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.testing.Given;
import se.malbild.testing.TestDatabase;
import se.malbild.testing.TestService;

/**
 * The scorecard of 28 criteria and 5,000 people's answers from a tree of thirty units, over HTTP with everything on, whole and for one unit,
 * by one client at a time; beside the baseline of {@link BareServer}, which runs the recorded statements and sends the same bytes. Turns
 * of the two alternate.
 */
final class ScorecardBench implements Bench.Measurement {
    private static final int PEOPLE = 5_000;
    private static final int BRANCHES = 5;
    private static final int LEAVES = 5;
    private static final int WARM_UPS = 150;
    private static final int ROUNDS = 300;
    private static final double HALF = 0.5;
    private static final double ALMOST_ALL = 0.99;
    private static final String REASON = "Underlaget pekar åt samma håll i alla tre källor.";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(28);

    /** A closed, decided-on assessment, one of its units, and the token of somebody who may read it. */
    private record Assessed(UUID id, UUID branch, String token) {
        URI whole() {
            return URI.create(TestService.root() + "/api/v1/assessments/" + id + "/scorecard");
        }

        URI part() {
            return URI.create(whole() + "?unit=" + branch);
        }
    }

    @Override
    public Map<String, Object> run() throws Exception {
        System.setProperty("malbild.bench", "true");
        Assessed measured = assessed();
        byte[][] body = new byte[1][];
        get(measured.whole(), measured.token());
        Recorder recorder = Recorder.in(TestService.bean(Jdbi.class));
        List<Recorder.Statement> statements = recorder.of(() -> body[0] = get(measured.whole(), measured.token()));
        Bench.tell("statements of a reading", statements.size(), "");
        Bench.tell("size of its answer", body[0].length / 1024.0, "KB");
        Replay replay = Replay.of(statements);
        try (BareServer bare = new BareServer(
                TestDatabase.url(),
                TestDatabase.user(),
                TestDatabase.password(),
                new BareServer.Answers(replay, body[0], replay, body[0]))) {
            URI baseline = URI.create("http://127.0.0.1:" + bare.port() + "/scorecard");
            List<Double> whole = new ArrayList<>();
            List<Double> part = new ArrayList<>();
            List<Double> base = new ArrayList<>();
            for (int round = -WARM_UPS; round < ROUNDS; round++) {
                double[] millis = {
                    millis(measured.whole(), measured.token()),
                    millis(measured.part(), measured.token()),
                    millis(baseline, measured.token())
                };
                if (round >= 0) {
                    whole.add(millis[0]);
                    part.add(millis[1]);
                    base.add(millis[2]);
                }
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put(
                    "criteria",
                    TestService.bean(MaturityModels.class).current().criteria().size());
            figures.put("answers", PEOPLE);
            put(figures, "the scorecard, half of the times within", "p50Millis", whole, HALF);
            put(figures, "the scorecard, 99 of 100 within", "p99Millis", whole, ALMOST_ALL);
            put(figures, "of one unit, half of the times within", "unitP50Millis", part, HALF);
            put(figures, "of one unit, 99 of 100 within", "unitP99Millis", part, ALMOST_ALL);
            put(figures, "the baseline, half of the times within", "baselineP50Millis", base, HALF);
            put(figures, "the baseline, 99 of 100 within", "baselineP99Millis", base, ALMOST_ALL);
            return figures;
        }
    }

    private static void put(Map<String, Object> figures, String what, String name, List<Double> all, double share) {
        List<Double> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        double value = sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        Bench.tell(what, value, "ms");
        figures.put(name, Bench.rounded(value));
    }

    private Assessed assessed() {
        Given given = Given.anAuthority();
        UUID department = given.unit("AVD");
        List<UUID> units = new ArrayList<>(List.of(department));
        for (int branch = 0; branch < BRANCHES; branch++) {
            UUID above = given.unit("E" + branch, department);
            units.add(above);
            for (int leaf = 0; leaf < LEAVES; leaf++) {
                units.add(given.unit("E" + branch + "-" + leaf, above));
            }
        }
        Given.Person developer = given.person(Role.BUSINESS_DEVELOPER);
        AssessmentScope scope = AssessmentScope.ofWholeAuthority(given.authorityId());
        AssessmentAct act = new AssessmentAct(
                Actor.user(developer.id(), Role.BUSINESS_DEVELOPER.code(), given.rootUnit()),
                developer.id(),
                Instant.now());
        LocalDate today = LocalDate.now(Units.STOCKHOLM);
        List<RespondentGroup> groups = List.of(
                RespondentGroup.LEDNING,
                RespondentGroup.CHEFER,
                RespondentGroup.HANDLAGGARE,
                RespondentGroup.ADMINISTRATION);
        Assessments assessments = TestService.bean(Assessments.class);
        Assessment planned = assessments.create(
                scope,
                act,
                department,
                new Assessments.Wanted(
                        "Mätning",
                        today.minusMonths(12),
                        today,
                        null,
                        groups.stream()
                                .map(each -> new InvitedGroup(each, PEOPLE))
                                .toList()));
        Surveys surveys = TestService.bean(Surveys.class);
        surveys.open(scope, act, planned.id(), planned.version(), null, false);
        Survey survey = surveys.of(planned).orElseThrow();
        answer(given.authorityId(), survey.id(), groups, units);
        surveys.close(
                scope, act, planned.id(), assessments.get(scope, planned.id()).version());
        LevelDecisions decisions = TestService.bean(LevelDecisions.class);
        for (Criterion criterion : criteria()) {
            decisions.decide(
                    scope, act, planned.id(), criterion.code(), new LevelDecisions.Wanted(2, false, REASON, null));
        }
        String token = TestService.bean(Sessions.class)
                .open(developer.userName(), Given.PASSWORD, "bench")
                .token();
        return new Assessed(planned.id(), units.get(1), token);
    }

    private static List<Criterion> criteria() {
        return TestService.bean(MaturityModels.class).current().criteria();
    }

    private void answer(UUID authority, UUID survey, List<RespondentGroup> groups, List<UUID> units) {
        Answers answers = TestService.bean(Answers.class);
        Transactions transactions = TestService.bean(Transactions.class);
        List<Criterion> criteria = criteria();
        int together = 250;
        for (int from = 0; from < PEOPLE; from += together) {
            transactions.run(() -> {
                for (int i = 0; i < together; i++) {
                    Map<String, Integer> levels = new HashMap<>();
                    criteria.forEach(each -> levels.put(
                            each.code(), random.nextInt(10) == 0 ? Answers.DONT_KNOW : 1 + random.nextInt(5)));
                    answers.count(
                            authority,
                            survey,
                            UUID.randomUUID(),
                            groups.get(random.nextInt(groups.size())),
                            units.get(random.nextInt(units.size())),
                            levels);
                }
            });
        }
    }

    private double millis(URI address, String token) throws Exception {
        long start = System.nanoTime();
        get(address, token);
        return (System.nanoTime() - start) / 1e6;
    }

    private byte[] get(URI address, String token) throws Exception {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .GET()
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("answered " + answer.statusCode());
        }
        return answer.body();
    }
}
