// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Role;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.AssessmentState;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.InvitedGroup;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.decision.LevelDecisions;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.maturity.survey.Participation;
import se.malbild.maturity.survey.Surveys;
import se.malbild.platform.events.Actor;

/** One assessment of the whole authority that is answered and all but decided, and one of a unit whose survey is open. */
@Singleton
class AssessmentStory {
    private static final String UNIT_ASKED = "DJU";
    private static final Map<RespondentGroup, Double> DONT_KNOW = Map.of(
            RespondentGroup.LEDNING,
            0.0,
            RespondentGroup.CHEFER,
            0.03,
            RespondentGroup.HANDLAGGARE,
            0.07,
            RespondentGroup.ADMINISTRATION,
            0.09);

    /** How long ago the earlier assessment was decided, in days. */
    private static final int EARLIER = 615;
    /** So few answered then; the management's answers are too near those of today to stand beside them. */
    private static final Map<RespondentGroup, Integer> ASKED_EARLIER = Map.of(
            RespondentGroup.LEDNING,
            8,
            RespondentGroup.CHEFER,
            9,
            RespondentGroup.HANDLAGGARE,
            16,
            RespondentGroup.ADMINISTRATION,
            7);

    private static final String REASON_EARLIER =
            "Bedömt gemensamt på ledningens planeringsdag, med enkäten och tre verkliga ärenden som underlag.";

    private final Assessments assessments;
    private final Surveys surveys;
    private final Participation participation;
    private final LevelDecisions decisions;
    private final InterviewStory interviews;
    private final MaturityModels models;
    private final Clock clock;

    AssessmentStory(
            Assessments assessments,
            Surveys surveys,
            Participation participation,
            LevelDecisions decisions,
            InterviewStory interviews,
            MaturityModels models,
            Clock clock) {
        this.assessments = assessments;
        this.surveys = surveys;
        this.participation = participation;
        this.decisions = decisions;
        this.interviews = interviews;
        this.models = models;
        this.clock = clock;
    }

    /** Assessed, asked about, answered and decided but for one criterion; gives its identity. */
    UUID decided(Staff staff, Standing standing, @Nullable UUID ownLog, Caller caller, Progress progress) {
        AssessmentScope scope = AssessmentScope.ofWholeAuthority(staff.authorityId());
        LocalDate today = Staff.day(clock.instant());
        List<InvitedGroup> groups = standing.invited().entrySet().stream()
                .map(each -> new InvitedGroup(RespondentGroup.of(each.getKey()), each.getValue()))
                .sorted(java.util.Comparator.comparing(InvitedGroup::group))
                .toList();
        Assessment planned = assessments.create(
                scope,
                developer(staff, 75),
                Objects.requireNonNull(staff.units().get("LEX")),
                new Assessments.Wanted(season(today), today.minusMonths(13), today.minusDays(70), ownLog, groups));
        Surveys.Opened opened =
                surveys.open(scope, developer(staff, 68), planned.id(), planned.version(), today.minusDays(50), true);
        InterviewStory.People people = new InterviewStory.People(
                staff, caller, days -> developer(staff, days), days -> executive(staff, days, 0));
        interviews.interviews(people, planned.id());
        int total = standing.answered().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        int done = 0;
        for (InvitedGroup each : groups) {
            int answered = standing.answered().getOrDefault(each.group().code(), 0);
            answer(Objects.requireNonNull(opened.links().get(each.group())), each.group(), answered, standing, true);
            done += answered;
            progress.tell("survey answers", done, total);
        }
        Assessment now = assessments.get(scope, planned.id());
        surveys.close(scope, developer(staff, 49), planned.id(), now.version());
        interviews.evidence(people, planned.id());
        decide(scope, staff, planned.id(), standing);
        return planned.id();
    }

    /** An assessment of the whole authority long before, with fewer asked; decided, so that the next one has something to be held against. */
    void earlier(Staff staff, Standing standing, Progress progress) {
        AssessmentScope scope = AssessmentScope.ofWholeAuthority(staff.authorityId());
        LocalDate then = Staff.day(clock.instant()).minusDays(EARLIER);
        List<InvitedGroup> groups = ASKED_EARLIER.entrySet().stream()
                .map(each -> new InvitedGroup(each.getKey(), each.getValue() + 2))
                .sorted(java.util.Comparator.comparing(InvitedGroup::group))
                .toList();
        Assessment planned = assessments.create(
                scope,
                developer(staff, EARLIER + 30),
                Objects.requireNonNull(staff.units().get("LEX")),
                new Assessments.Wanted(season(then), then.minusMonths(12), then.minusDays(30), null, groups));
        Surveys.Opened opened = surveys.open(
                scope, developer(staff, EARLIER + 21), planned.id(), planned.version(), then.minusDays(7), true);
        Standing before = before(standing);
        for (InvitedGroup each : groups) {
            answer(
                    Objects.requireNonNull(opened.links().get(each.group())),
                    each.group(),
                    Objects.requireNonNull(ASKED_EARLIER.get(each.group())),
                    before,
                    false);
        }
        long version = assessments.get(scope, planned.id()).version();
        surveys.close(scope, developer(staff, EARLIER + 7), planned.id(), version);
        int minutes = 0;
        for (Criterion criterion : models.current().criteria()) {
            decisions.decide(
                    scope,
                    executive(staff, EARLIER, minutes),
                    planned.id(),
                    criterion.code(),
                    new LevelDecisions.Wanted(
                            Objects.requireNonNull(before.criteria().get(criterion.code()))
                                    .level(),
                            false,
                            REASON_EARLIER,
                            null));
            minutes += 6;
        }
        Assessment deciding = assessments.get(scope, planned.id());
        decisions.complete(scope, executive(staff, EARLIER, minutes), planned.id(), deciding.version());
        progress.tell("earlier assessment", 1, 1);
    }

    /** Where the authority stood then: a step lower in every third criterion, a step higher in a few. */
    private static Standing before(Standing standing) {
        Map<String, Standing.OfCriterion> then = new HashMap<>();
        standing.criteria().forEach((code, now) -> {
            int drawn = Chance.of("earlier", code).below(7);
            int step = drawn < 3 ? -1 : drawn == 3 ? 1 : 0;
            Map<String, Integer> groups = new HashMap<>();
            now.groups().forEach((group, level) -> groups.put(group, Math.clamp(level + (long) step, 1, 5)));
            int level = now.level() == null ? 2 : now.level();
            then.put(
                    code,
                    new Standing.OfCriterion(groups, now.spread(), Math.clamp(level + (long) step, 1, 5), null, null));
        });
        return new Standing(Map.of(), Map.of(), List.of(), "", Map.of(), standing.first(), "", standing.report(), then);
    }

    private static String season(LocalDate today) {
        return (today.getMonthValue() < 7 ? "Våren " : "Hösten ") + today.getYear();
    }

    /** Lets so many of a group answer, each through the group's link as a participant does. */
    private void answer(String link, RespondentGroup group, int respondents, Standing standing, boolean withComments) {
        MaturityModel model = models.current();
        Map<String, List<Integer>> levels = new HashMap<>();
        for (Criterion criterion : model.criteria()) {
            Standing.OfCriterion says =
                    Objects.requireNonNull(standing.criteria().get(criterion.code()), criterion.code());
            levels.put(
                    criterion.code(),
                    Opinions.of(
                            Chance.of("answers", group, criterion.code()),
                            respondents,
                            Objects.requireNonNull(says.groups().get(group.code())),
                            says.spread().getOrDefault(group.code(), "samlad"),
                            Objects.requireNonNull(DONT_KNOW.get(group))));
        }
        for (int i = 0; i < respondents; i++) {
            List<Participation.Answer> answers = new ArrayList<>();
            for (Criterion criterion : model.criteria()) {
                int level = Objects.requireNonNull(levels.get(criterion.code())).get(i);
                boolean unknown = level == Opinions.DONT_KNOW || !criterion.defines(level);
                answers.add(new Participation.Answer(
                        criterion.code(),
                        unknown ? null : level,
                        unknown,
                        withComments ? interviews.comment(group, criterion.code(), i) : null));
            }
            String token = participation.enter(link, "demo").token();
            participation.submit(token, UUID.randomUUID(), null, answers);
        }
    }

    private void decide(AssessmentScope scope, Staff staff, UUID assessment, Standing standing) {
        int minutes = 0;
        for (Criterion criterion : models.current().criteria()) {
            Standing.OfCriterion says =
                    Objects.requireNonNull(standing.criteria().get(criterion.code()));
            if (says.level() != null && says.reason() != null) {
                decisions.decide(
                        scope,
                        executive(staff, 36, minutes),
                        assessment,
                        criterion.code(),
                        new LevelDecisions.Wanted(says.level(), false, says.reason(), null));
                minutes += 6;
            }
        }
    }

    /** A unit that is being asked right now; gives the link of each group. */
    Map<String, String> ongoing(Staff staff, Standing standing, @Nullable UUID ownLog) {
        AssessmentScope scope = AssessmentScope.ofWholeAuthority(staff.authorityId());
        LocalDate today = Staff.day(clock.instant());
        List<InvitedGroup> groups = List.of(
                new InvitedGroup(RespondentGroup.CHEFER, 5),
                new InvitedGroup(RespondentGroup.HANDLAGGARE, 18),
                new InvitedGroup(RespondentGroup.ADMINISTRATION, 6));
        Assessment planned = assessments.create(
                scope,
                developer(staff, 12),
                Objects.requireNonNull(staff.units().get(UNIT_ASKED)),
                new Assessments.Wanted(
                        "Djurskydd: så arbetar vi", today.minusMonths(12), today.plusDays(20), ownLog, groups));
        Surveys.Opened opened =
                surveys.open(scope, developer(staff, 5), planned.id(), planned.version(), today.plusDays(12), true);
        answer(
                Objects.requireNonNull(opened.links().get(RespondentGroup.HANDLAGGARE)),
                RespondentGroup.HANDLAGGARE,
                7,
                standing,
                true);
        answer(
                Objects.requireNonNull(opened.links().get(RespondentGroup.ADMINISTRATION)),
                RespondentGroup.ADMINISTRATION,
                2,
                standing,
                true);
        Map<String, String> links = new LinkedHashMap<>();
        opened.links().forEach((group, code) -> links.put(group.label().sv(), code));
        return links;
    }

    /** New codes for the groups of the survey that is open, since a code is shown once only; empty where none is open. */
    Map<String, String> newLinks(UUID authority, Actor actor, UUID userId) {
        AssessmentScope scope = AssessmentScope.ofWholeAuthority(authority);
        Map<String, String> links = new LinkedHashMap<>();
        assessments.page(scope, null, AssessmentState.COLLECTING, null, 1).stream()
                .findFirst()
                .ifPresent(open -> open.groups()
                        .forEach(each -> links.put(
                                each.group().label().sv(),
                                surveys.renewLink(
                                        scope,
                                        new AssessmentAct(actor, userId, clock.instant()),
                                        open.id(),
                                        each.group()))));
        return links;
    }

    private AssessmentAct developer(Staff staff, int daysAgo) {
        return act(staff, DemoLogins.DEVELOPER, Role.BUSINESS_DEVELOPER, daysAgo, 0);
    }

    private AssessmentAct executive(Staff staff, int daysAgo, int minutes) {
        return act(staff, DemoLogins.EXECUTIVE, Role.EXECUTIVE, daysAgo, minutes);
    }

    private AssessmentAct act(Staff staff, String userName, Role role, int daysAgo, int minutes) {
        UUID user = Objects.requireNonNull(staff.byUserName().get(userName));
        UUID unit = staff.members().stream()
                .filter(each -> each.userId().equals(user) && each.role() == role)
                .findFirst()
                .orElseThrow()
                .unitId();
        Instant at = clock.instant().minus(Duration.ofDays(daysAgo)).plus(Duration.ofMinutes(minutes));
        return new AssessmentAct(Actor.user(user, role.code(), unit), user, at);
    }
}
