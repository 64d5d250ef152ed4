// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.user.Account;
import se.malbild.api.model.AgreementWord;
import se.malbild.api.model.CountBand;
import se.malbild.api.model.CriterionCard;
import se.malbild.api.model.CriterionFlag;
import se.malbild.api.model.CriterionIndicator;
import se.malbild.api.model.DecisionSources;
import se.malbild.api.model.FlagKind;
import se.malbild.api.model.GroupResponse;
import se.malbild.api.model.LargestRoleGap;
import se.malbild.api.model.LevelCount;
import se.malbild.api.model.LevelDecisionDetail;
import se.malbild.api.model.MeasuredNyttogap;
import se.malbild.api.model.Measurement;
import se.malbild.api.model.NyttogapPair;
import se.malbild.api.model.PerspectiveLevels;
import se.malbild.api.model.RatedStatus;
import se.malbild.api.model.RoleGapDirection;
import se.malbild.api.model.RoleGapMagnitude;
import se.malbild.api.model.VerifiedCriterion;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentMapper;
import se.malbild.maturity.InvitedGroup;
import se.malbild.maturity.answers.GroupRating;
import se.malbild.maturity.answers.Rated;
import se.malbild.maturity.answers.RoleGap;
import se.malbild.maturity.decision.LevelDecision;
import se.malbild.maturity.decision.LevelDecisions;
import se.malbild.maturity.evidence.EvidenceMapper;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.ModelMapper;
import se.malbild.maturity.placement.PlacementMapper;
import se.malbild.maturity.scoring.DistributionView;
import se.malbild.maturity.scoring.Nyttogap;
import se.malbild.maturity.source.CriterionSources;
import se.malbild.maturity.source.MeasuredCriterion;
import se.malbild.maturity.survey.Survey;
import se.malbild.maturity.workshop.WorkshopMapper;
import se.malbild.platform.Text;

/** Scorecards → the contract's. */
final class ScorecardMapper {
    private ScorecardMapper() {}

    static se.malbild.api.model.Scorecard scorecard(Scorecard card, boolean wholeUnit) {
        Assessment assessment = card.assessment();
        MaturityModel model = card.model();
        se.malbild.api.model.Scorecard mapped = new se.malbild.api.model.Scorecard(
                assessment.id(),
                assessment.name(),
                card.unit().id(),
                AssessmentMapper.name(card.unit()),
                assessment.periodFrom(),
                assessment.periodTo(),
                AssessmentMapper.state(assessment),
                ModelMapper.ref(model),
                status(card),
                responses(card, wholeUnit),
                AssessmentMapper.units(card.parts()),
                measurement(card.sources().measurement()),
                perspectives(card),
                card.cards().stream().map(each -> criterion(each, card)).toList(),
                nyttogap(card.nyttogap(), card.measuredGap()),
                model.criteria().size(),
                assessment.decidedCount(),
                ModelMapper.cutsStatus(model),
                assessment.version());
        mapped.setProcess(AssessmentMapper.process(assessment, card.process()));
        card.survey().ifPresent(survey -> {
            mapped.setClosedAt(survey.closedAt() == null ? null : AccessMapper.time(survey.closedAt()));
            mapped.setSnapshotHash(survey.snapshotHash());
        });
        card.largestGap()
                .ifPresent(gap ->
                        mapped.setLargestRoleGap(new LargestRoleGap(gap.criterion(), gap(gap.gap()), gap.criteria())));
        return mapped;
    }

    private static RatedStatus status(Scorecard card) {
        return card.survey()
                .map(Survey::isOpen)
                .map(open -> open ? RatedStatus.OPEN : RatedStatus.CLOSED)
                .orElse(RatedStatus.NOT_OPENED);
    }

    private static List<GroupResponse> responses(Scorecard card, boolean wholeUnit) {
        List<GroupResponse> mapped = new ArrayList<>();
        List<InvitedGroup> groups = card.assessment().groups();
        for (int i = 0; i < groups.size(); i++) {
            Rated.GroupResponse response = card.sources().groups().get(i);
            GroupResponse each = new GroupResponse(
                    AssessmentMapper.group(response.group()),
                    response.group().label().asMap());
            each.setJoint(groups.get(i).joint() ? Boolean.TRUE : null);
            each.setInvited(wholeUnit ? (Integer) groups.get(i).invited() : null);
            each.setAnswered(response.answered());
            each.setAnsweredBand(response.answered() == null ? null : band(response.answered()));
            each.setCensus(response.census());
            mapped.add(each);
        }
        return mapped;
    }

    private static CountBand band(int count) {
        return CountBand.fromValue(count < DistributionView.WHOLE ? "from_5_to_9" : "from_10");
    }

    private static Measurement measurement(se.malbild.maturity.measure.Measurement measured) {
        Measurement mapped = new Measurement(measured.frozen());
        mapped.setEventLogId(measured.eventLogId());
        mapped.setMeasuredAt(measured.measuredAt() == null ? null : AccessMapper.time(measured.measuredAt()));
        mapped.setReason(text(measured.reason()));
        return mapped;
    }

    private static List<PerspectiveLevels> perspectives(Scorecard card) {
        return card.model().perspectives().stream()
                .map(perspective -> {
                    List<Scorecard.Card> own = card.cards().stream()
                            .filter(each -> each.criterion().perspective().equals(perspective.code()))
                            .toList();
                    List<LevelCount> counts = card.model().scale().stream()
                            .map(level -> new LevelCount(level.level(), (int) own.stream()
                                    .filter(each -> each.decision() != null
                                            && Integer.valueOf(level.level())
                                                    .equals(each.decision().level()))
                                    .count()))
                            .toList();
                    int notApplicable = (int) own.stream()
                            .filter(each ->
                                    each.decision() != null && each.decision().notApplicable())
                            .count();
                    int undecided = (int)
                            own.stream().filter(each -> each.decision() == null).count();
                    return new PerspectiveLevels(
                            perspective.code(), perspective.name(), counts, notApplicable, undecided);
                })
                .toList();
    }

    private static CriterionCard criterion(Scorecard.Card card, Scorecard whole) {
        MaturityModel model = whole.model();
        Map<UUID, Account> people = whole.people();
        Criterion criterion = card.criterion();
        CriterionCard mapped = new CriterionCard(
                criterion.code(),
                criterion.perspective(),
                ModelMapper.aspect(criterion),
                ModelMapper.dimension(criterion),
                criterion.name(),
                ratings(card.sources(), criterion),
                card.gaps().stream().map(ScorecardMapper::gap).toList(),
                measured(card.sources().measured(), model),
                verified(card.sources()),
                card.proposals().stream().map(each -> decision(each, people)).toList(),
                card.earlier().stream().map(each -> decision(each, people)).toList(),
                card.flags().stream().map(ScorecardMapper::flag).toList());
        mapped.setDecision(card.decision() == null ? null : decision(card.decision(), people));
        mapped.setJointPlacements(whole.sources().placements().getOrDefault(criterion.code(), List.of()).stream()
                .map(each -> PlacementMapper.placement(
                        each, whole.assessment(), Objects.requireNonNull(people.get(each.placedBy()))))
                .toList());
        if (!card.workshops().isEmpty()) {
            mapped.setWorkshops(WorkshopMapper.ratings(card.workshops(), model));
        }
        return mapped;
    }

    private static se.malbild.api.model.LevelDecision decision(LevelDecision decision, Map<UUID, Account> people) {
        return decision(decision, Objects.requireNonNull(people.get(decision.decidedBy())));
    }

    static se.malbild.api.model.LevelDecision decision(LevelDecision decision, Account by) {
        se.malbild.api.model.LevelDecision mapped = new se.malbild.api.model.LevelDecision(
                decision.id(),
                decision.criterion(),
                decision.notApplicable(),
                decision.reason(),
                AccessMapper.userRef(by.id(), by.displayName(), by.title()),
                AccessMapper.time(decision.decidedAt()));
        mapped.setLevel(decision.level());
        return mapped;
    }

    static LevelDecisionDetail detail(LevelDecisions.Detail detail, MaturityModel model, Account by) {
        Criterion criterion = model.criterion(detail.decision().criterion()).orElseThrow();
        return new LevelDecisionDetail(
                decision(detail.decision(), by),
                new DecisionSources(
                        ratings(detail.sources(), criterion),
                        measured(detail.sources().measured(), model),
                        verified(detail.sources())),
                detail.decision().sourcesHash());
    }

    private static List<se.malbild.api.model.GroupRating> ratings(CriterionSources sources, Criterion criterion) {
        return sources.rated().stream().map(each -> rating(each, criterion)).toList();
    }

    private static se.malbild.api.model.GroupRating rating(GroupRating rating, Criterion criterion) {
        se.malbild.api.model.GroupRating mapped = new se.malbild.api.model.GroupRating(
                AssessmentMapper.group(rating.group()),
                se.malbild.api.model.Shown.fromValue(rating.shown().code()));
        if (!rating.hasLevel() || rating.isJoint()) {
            mapped.setLevel(rating.level());
            return mapped;
        }
        List<Integer> counts = rating.distribution();
        mapped.setCountBand(band(counts == null ? DistributionView.K : DistributionView.WHOLE));
        mapped.setCount(rating.count());
        mapped.setLevel(rating.level());
        mapped.setAgreementWord(
                rating.agreementWord() == null ? null : AgreementWord.fromValue(lower(rating.agreementWord())));
        mapped.setAgreement(rating.agreement());
        if (counts != null) {
            List<LevelCount> distribution = new ArrayList<>();
            for (int place = 1; place <= counts.size(); place++) {
                distribution.add(new LevelCount(criterion.levelAt(place), counts.get(place - 1)));
            }
            mapped.setDistribution(distribution);
        }
        mapped.setIntervalLow(rating.intervalLow());
        mapped.setIntervalHigh(rating.intervalHigh());
        mapped.setCensus(rating.census());
        mapped.setDontKnowBand(
                rating.dontKnow() == null
                        ? null
                        : se.malbild.api.model.DontKnowBand.fromValue(lower(rating.dontKnow())));
        return mapped;
    }

    private static se.malbild.api.model.RoleGap gap(RoleGap gap) {
        se.malbild.api.model.RoleGap mapped = new se.malbild.api.model.RoleGap(
                AssessmentMapper.group(gap.group()),
                AssessmentMapper.group(gap.other()),
                gap.sign() > 0
                        ? RoleGapDirection.HIGHER
                        : gap.sign() < 0 ? RoleGapDirection.LOWER : RoleGapDirection.SAME,
                gap.steps(),
                RoleGapMagnitude.fromValue(lower(gap.magnitude())),
                gap.flagged());
        mapped.setDelta(gap.delta());
        mapped.setText(text(Flags.sentence(gap)));
        return mapped;
    }

    private static se.malbild.api.model.MeasuredCriterion measured(MeasuredCriterion measured, MaturityModel model) {
        se.malbild.api.model.MeasuredCriterion mapped =
                new se.malbild.api.model.MeasuredCriterion(measured.indicators().stream()
                        .map(each -> indicator(each, model))
                        .toList());
        mapped.setLowestLevel(measured.lowest());
        mapped.setHighestLevel(measured.highest());
        mapped.setReason(text(measured.reason()));
        return mapped;
    }

    private static CriterionIndicator indicator(MeasuredCriterion.Measured measured, MaturityModel model) {
        var indicator = model.indicators().stream()
                .filter(each -> each.code().equals(measured.indicator()))
                .findFirst()
                .orElseThrow();
        CriterionIndicator mapped =
                new CriterionIndicator(indicator.code(), indicator.name(), ModelMapper.unit(indicator));
        mapped.setValue(measured.value());
        mapped.setCount(measured.n() == null ? null : (Integer) Math.toIntExact(measured.n()));
        mapped.setLevel(measured.level());
        mapped.setReason(text(measured.reason()));
        return mapped;
    }

    private static VerifiedCriterion verified(CriterionSources sources) {
        VerifiedCriterion mapped = new VerifiedCriterion();
        mapped.setLevel(sources.verifiedLevel());
        mapped.setReason(text(sources.verifiedReason()));
        mapped.setEvidence(
                sources.checked().stream().map(EvidenceMapper::judged).toList());
        mapped.setWaiting(sources.evidenceWaiting());
        return mapped;
    }

    private static CriterionFlag flag(Flag flag) {
        CriterionFlag mapped = new CriterionFlag(
                FlagKind.fromValue(flag.kind().code()), flag.text().asMap());
        mapped.setGroup(flag.group() == null ? null : AssessmentMapper.group(flag.group()));
        mapped.setOtherGroup(flag.other() == null ? null : AssessmentMapper.group(flag.other()));
        mapped.setSteps(flag.steps());
        return mapped;
    }

    private static se.malbild.api.model.Nyttogap nyttogap(Nyttogap gap, MeasuredGap measured) {
        se.malbild.api.model.Nyttogap mapped = new se.malbild.api.model.Nyttogap(
                gap.intakeDecided(),
                gap.useDecided(),
                Nyttogap.INTAKE_NEEDED,
                Nyttogap.USE_NEEDED,
                gap.pairs().stream()
                        .map(each -> new NyttogapPair(
                                each.use(), each.intake(), each.useLevel(), each.intakeLevel(), each.gap()))
                        .toList(),
                measured(measured));
        mapped.setTotalSteps(gap.total());
        mapped.setIntakeLevel(gap.intakeMedian());
        mapped.setUseLevel(gap.useMedian());
        return mapped;
    }

    private static MeasuredNyttogap measured(MeasuredGap gap) {
        MeasuredNyttogap mapped = new MeasuredNyttogap();
        mapped.setDigitalIn(gap.digitalIn());
        mapped.setFullyDigital(gap.fullyDigital());
        mapped.setGapPercentagePoints(gap.points());
        mapped.setCount(gap.n() == null ? null : (Integer) Math.toIntExact(gap.n()));
        mapped.setSentence(text(gap.sentence()));
        mapped.setReason(text(gap.reason()));
        return mapped;
    }

    private static @Nullable Map<String, String> text(@Nullable Text text) {
        return text == null ? null : text.asMap();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
