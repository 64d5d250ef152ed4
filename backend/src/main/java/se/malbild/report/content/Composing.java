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
import se.malbild.benchmark.cohort.Comparisons;
import se.malbild.benchmark.contribution.CaseTypeNames;
import se.malbild.improvement.advice.Advising;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.improvement.assessed.AssessedMapper;
import se.malbild.improvement.assessed.Owners;
import se.malbild.improvement.picture.Targets;
import se.malbild.improvement.picture.version.PictureComposing;
import se.malbild.improvement.picture.version.PictureVersions;
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
    private final PictureVersions versions;
    private final Advising advising;
    private final Roadmap roadmap;
    private final Surveys surveys;
    private final se.malbild.maturity.source.Sources said;
    private final LogFrictions logs;
    private final Comparisons comparisons;
    private final CaseTypeNames types;
    private final Owners owners;

    Composing(
            Targets targets,
            PictureVersions versions,
            Advising advising,
            Roadmap roadmap,
            Surveys surveys,
            se.malbild.maturity.source.Sources said,
            LogFrictions logs,
            Comparisons comparisons,
            CaseTypeNames types,
            Owners owners) {
        this.targets = targets;
        this.versions = versions;
        this.advising = advising;
        this.roadmap = roadmap;
        this.surveys = surveys;
        this.said = said;
        this.logs = logs;
        this.comparisons = comparisons;
        this.types = types;
        this.owners = owners;
    }

    /** The report on an assessment as things are now, with the frictions of a log that the caller may see figures of. */
    public ReportContent compose(Caller caller, Assessed assessed, @Nullable UUID eventLogId) {
        Sources sources = new Sources();
        StandingSection.model(assessed.model(), sources);
        PictureVersions.Signed signed =
                versions.signed(assessed.authorityId(), assessed.id()).orElse(null);
        TargetSection aimed =
                new TargetSection(assessed, PictureComposing.of(targets.picture(assessed)), signed, sources);
        List<RoadmapItem> items = roadmap.ofAssessment(assessed.authorityId(), assessed.id());
        Map<UUID, Account> people = people(assessed, signed, items);
        ReportContent.Person signer = People.person(
                people,
                signed == null ? assessed.authorityId() : signed.signature().by());
        StandingSection standing = new StandingSection(assessed, aimed.levels(), people, sources);
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
        List<ReportContent.Target> aims = aimed.targets(standing, signer);
        List<ReportContent.Comparison> beside =
                new BenchmarkSection(comparisons, types, sources).of(assessed.authorityId());
        List<ReportContent.Recommendation> first = way.first(advising.advise(assessed));
        List<ReportContent.RoadmapItem> planned = way.roadmap(items);
        return new ReportContent(
                subject(assessed),
                perspectives,
                frictions,
                figures,
                gaps,
                nyttogap,
                aimed.version(signer),
                beside,
                aimed.narrative(),
                aimed.visions(),
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
            Assessed assessed, PictureVersions.@Nullable Signed signed, List<RoadmapItem> items) {
        List<@Nullable UUID> ids = new ArrayList<>();
        assessed.decisions().values().forEach(each -> ids.add(each.decidedBy()));
        ids.add(signed == null ? null : signed.signature().by());
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
                        Stream.concat(
                                        measuredOn(caller, measured, sources).stream(),
                                        Stream.of(StandingSection.model(assessed.model(), sources)))
                                .toList()));
            }
        }
        return figures;
    }
}
