// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.content;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.user.Account;
import se.malbild.improvement.advice.Advising;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.improvement.assessed.AssessedMapper;
import se.malbild.improvement.assessed.Owners;
import se.malbild.improvement.picture.TargetRevision;
import se.malbild.improvement.picture.Targets;
import se.malbild.improvement.roadmap.Roadmap;
import se.malbild.improvement.roadmap.RoadmapItem;
import se.malbild.maturity.measure.MeasuredValue;
import se.malbild.maturity.measure.Measurement;
import se.malbild.maturity.model.Indicator;
import se.malbild.maturity.source.AssessmentSources;
import se.malbild.maturity.survey.Survey;
import se.malbild.maturity.survey.Surveys;

/** Puts a report together from the parts before it. Computes no figure of its own; what cannot be told is left out. */
@Singleton
public class Composing {
    private static final int KEY_FIGURES = 3;
    /** What a director asks first: waiting, supplements, digital all the way, within promised time, lead time's spread. */
    private static final List<String> ASKED_FIRST = List.of("I10", "I09", "I04", "I16", "I08", "I17");

    private final Targets targets;
    private final Advising advising;
    private final Roadmap roadmap;
    private final Surveys surveys;
    private final se.malbild.maturity.source.Sources said;
    private final LogFrictions logs;
    private final Owners owners;

    Composing(
            Targets targets,
            Advising advising,
            Roadmap roadmap,
            Surveys surveys,
            se.malbild.maturity.source.Sources said,
            LogFrictions logs,
            Owners owners) {
        this.targets = targets;
        this.advising = advising;
        this.roadmap = roadmap;
        this.surveys = surveys;
        this.said = said;
        this.logs = logs;
        this.owners = owners;
    }

    /** The report on an assessment as things are now, with the frictions of a log that the caller may see figures of. */
    public ReportContent compose(Caller caller, Assessed assessed, @Nullable UUID eventLogId) {
        Sources sources = new Sources();
        StandingSection.model(assessed.model(), sources);
        Targets.Picture picture = targets.picture(assessed);
        Map<String, TargetRevision> accepted = targets.accepted(assessed.authorityId(), assessed.id());
        List<RoadmapItem> items = roadmap.ofAssessment(assessed.authorityId(), assessed.id());
        Map<UUID, Account> people = people(assessed, accepted, items);
        StandingSection standing = new StandingSection(assessed, accepted, people, sources);
        Optional<Survey> survey = surveys.of(assessed.assessment());
        AssessmentSources seen = said.of(assessed.assessment(), assessed.model(), survey, null);
        WhySection why =
                new WhySection(assessed, seen, survey, sources, measured -> measuredOn(caller, measured, sources));
        WayForward way = new WayForward(assessed, people, sources);
        List<ReportContent.Perspective> perspectives = standing.perspectives();
        List<ReportContent.Friction> frictions =
                eventLogId == null ? List.of() : logs.largest(caller, eventLogId, sources);
        List<ReportContent.Figure> figures = keyFigures(caller, assessed, seen.measurement(), sources);
        List<ReportContent.RoleGap> gaps = why.roleGaps();
        ReportContent.Nyttogap nyttogap = why.nyttogap(standing);
        List<ReportContent.Target> aims = way.targets(accepted);
        List<ReportContent.Recommendation> first = way.first(advising.advise(assessed));
        List<ReportContent.RoadmapItem> planned = way.roadmap(items);
        return new ReportContent(
                subject(assessed),
                perspectives,
                frictions,
                figures,
                gaps,
                nyttogap,
                picture.narrative(),
                aims,
                first,
                planned,
                sources.all());
    }

    private static ReportContent.Subject subject(Assessed assessed) {
        return new ReportContent.Subject(
                assessed.id(),
                assessed.assessment().name(),
                assessed.assessment().state().code(),
                assessed.unit().id(),
                AssessedMapper.unitName(assessed.unit()),
                assessed.model().title(),
                assessed.model().version(),
                assessed.decided().size(),
                assessed.model().criteria().size());
    }

    private Map<UUID, Account> people(
            Assessed assessed, Map<String, TargetRevision> accepted, List<RoadmapItem> items) {
        List<@Nullable UUID> ids = new ArrayList<>();
        assessed.decisions().values().forEach(each -> ids.add(each.decidedBy()));
        accepted.values()
                .forEach(each -> Stream.of(each.ownerId(), each.proposedBy()).forEach(ids::add));
        accepted.values().forEach(each -> ids.add(each.acceptedBy()));
        items.forEach(each -> ids.add(each.ownerId()));
        return owners.named(assessed.authorityId(), ids);
    }

    private List<Integer> measuredOn(Caller caller, Measurement measured, Sources sources) {
        UUID log = measured.eventLogId();
        return log == null
                ? List.of()
                : logs.number(caller, log, sources).stream().toList();
    }

    private List<ReportContent.Figure> keyFigures(
            Caller caller, Assessed assessed, Measurement measured, Sources sources) {
        List<ReportContent.Figure> figures = new ArrayList<>();
        for (String code : ASKED_FIRST) {
            Optional<MeasuredValue> value = measured.value(code);
            Double number = value.map(MeasuredValue::value).orElse(null);
            Optional<Indicator> indicator = assessed.model().indicators().stream()
                    .filter(each -> each.code().equals(code))
                    .findFirst();
            if (number != null
                    && indicator.isPresent()
                    && value.get().n() >= indicator.get().minCount()
                    && figures.size() < KEY_FIGURES) {
                figures.add(new ReportContent.Figure(
                        code,
                        indicator.get().name(),
                        number,
                        indicator.get().unit(),
                        value.get().n(),
                        measuredOn(caller, measured, sources)));
            }
        }
        return figures;
    }
}
