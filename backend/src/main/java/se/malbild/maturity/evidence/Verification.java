// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.evidence;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.substitution.Independence;
import se.malbild.access.unit.Units;
import se.malbild.cases.record.ReceivedFile;
import se.malbild.cases.record.ReceivedFiles;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.AssessmentState;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.maturity.scoring.VerifiedLevel;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Submitting evidence, and checking another's. What is verified is checked by two: whoever submitted it, and whoever stands in for that
 * person either way, does not check it (SCORING §1, CASES §12).
 */
@Singleton
public class Verification {
    /** Submitting evidence. */
    public static final String SUBMIT = "evidence:submit";
    /** Checking another's. */
    public static final String VERIFY = "evidence:verify";

    private static final int MOST = 100;
    private static final int MONTHS = 12;
    private static final int MOST_YEARS = 5;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final EvidenceRepository evidence;
    private final ReceivedFiles files;
    private final Assessments assessments;
    private final MaturityModels models;
    private final Independence independence;
    private final Transactions transactions;
    private final EventWriter events;

    Verification(
            EvidenceRepository evidence,
            ReceivedFiles files,
            Assessments assessments,
            MaturityModels models,
            Independence independence,
            Transactions transactions,
            EventWriter events) {
        this.evidence = evidence;
        this.files = files;
        this.assessments = assessments;
        this.models = models;
        this.independence = independence;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * What somebody submits.
     *
     * @param link an address on the web, if it has one
     * @param uploads complete uploads of the person's own: its files
     */
    public record Wanted(
            int level,
            Evidence.Kind kind,
            String title,
            String description,
            @Nullable String link,
            List<UUID> uploads) {}

    /**
     * What somebody found.
     *
     * @param validUntil last day it counts; absent = 12 months on
     */
    public record Judgement(
            VerifiedLevel.Verdict verdict,
            String comment,
            @Nullable LocalDate validUntil) {}

    /** Evidence with its files, and what its reader can do. */
    public record Opened(Evidence evidence, List<ReceivedFile> files, boolean mayJudge) {}

    /** Newest first, those before {@code before}; 404 where there is no such criterion. */
    public List<Opened> page(
            AssessmentScope scope, UUID reader, UUID assessmentId, String criterion, @Nullable UUID before, int limit) {
        Assessment assessment = assessments.get(scope, assessmentId);
        criterion(assessment, criterion);
        List<Evidence> page = evidence.page(assessment.authorityId(), assessmentId, criterion, before, limit);
        Map<UUID, List<ReceivedFile>> attached = files.of(
                assessment.authorityId(), page.stream().map(Evidence::id).toList());
        return page.stream()
                .map(each -> new Opened(
                        each, attached.getOrDefault(each.id(), List.of()), mayJudge(scope, reader, assessment, each)))
                .toList();
    }

    /** One of them; 404 out of scope. */
    public Opened get(AssessmentScope scope, UUID reader, UUID id) {
        Evidence found = evidence.find(scope.authorityId(), id).orElseThrow(ProblemException::notFound);
        boolean mayJudge = mayJudge(scope, reader, assessments.get(scope, found.assessmentId()), found);
        return new Opened(found, files.of(found.authorityId(), id), mayJudge);
    }

    /** One of its files, to be given out; 404 out of scope. */
    public ReceivedFiles.Content open(AssessmentScope scope, UUID id, UUID fileId) {
        Evidence found = evidence.find(scope.authorityId(), id).orElseThrow(ProblemException::notFound);
        assessments.get(scope, found.assessmentId());
        return files.open(found.authorityId(), id, fileId);
    }

    private boolean mayJudge(AssessmentScope scope, UUID reader, Assessment assessment, Evidence found) {
        return assessment.state() != AssessmentState.DECIDED
                && scope.covers(VERIFY, assessment.unitId())
                && independence.between(assessment.authorityId(), reader, found.submittedBy());
    }

    /** Submits evidence for a level, until the assessment is decided. */
    public Evidence submit(AssessmentScope scope, AssessmentAct act, UUID assessmentId, String code, Wanted wanted) {
        return transactions.in(() -> {
            Assessment assessment = assessments.lock(scope, assessmentId, SUBMIT);
            Criterion criterion = criterion(assessment, code);
            requireOpen(assessment);
            requireSound(criterion, wanted);
            if (evidence.count(assessment.authorityId(), assessmentId, code) >= MOST) {
                throw ProblemException.conflict(
                        "Kriteriet har redan 100 underlag.", "The criterion has 100 pieces of evidence already.");
            }
            Evidence made = new Evidence(
                    Ids.at(act.at().toEpochMilli()),
                    assessment.authorityId(),
                    assessmentId,
                    code,
                    wanted.level(),
                    wanted.kind(),
                    wanted.title().strip(),
                    wanted.description().strip(),
                    wanted.link() == null ? null : wanted.link().strip(),
                    act.userId(),
                    act.at(),
                    List.of(),
                    1);
            evidence.insert(made);
            files.take(
                    new ReceivedFiles.With(ReceivedFile.Holder.EVIDENCE, made.authorityId(), made.id()),
                    act.userId(),
                    act.at(),
                    wanted.uploads());
            events.append(act.event(
                    assessment,
                    "EvidenceSubmitted",
                    Map.of(
                            "evidence",
                            made.id().toString(),
                            "criterion",
                            code,
                            "level",
                            made.level(),
                            "files",
                            wanted.uploads().size())));
            return made;
        });
    }

    /** Checks another's evidence; the verdict takes the place of an earlier one, which is kept. */
    public Evidence judge(AssessmentScope scope, AssessmentAct act, UUID id, long expected, Judgement judgement) {
        return transactions.in(() -> {
            Evidence found = evidence.lock(scope.authorityId(), id).orElseThrow(ProblemException::notFound);
            Assessment assessment = assessments.get(scope, found.assessmentId());
            scope.require(VERIFY, assessment);
            if (!independence.between(found.authorityId(), act.userId(), found.submittedBy())) {
                throw ProblemException.of(
                        ProblemType.NOT_PERMITTED,
                        "Den som lämnade underlaget, eller ersätter den personen, granskar det inte.",
                        "Whoever submitted the evidence, or substitutes for that person, does not check it.");
            }
            requireOpen(assessment);
            if (found.version() != expected) {
                throw ProblemException.stale(found.version());
            }
            Evidence.Check check = check(act, judgement);
            evidence.check(found, check);
            events.append(act.event(
                    assessment,
                    "EvidenceChecked",
                    Map.of(
                            "evidence",
                            id.toString(),
                            "criterion",
                            found.criterion(),
                            "verdict",
                            check.verdict().name().toLowerCase(java.util.Locale.ROOT))));
            return evidence.find(found.authorityId(), id).orElseThrow();
        });
    }

    private static Evidence.Check check(AssessmentAct act, Judgement judgement) {
        LocalDate today = LocalDate.ofInstant(act.at(), Units.STOCKHOLM);
        LocalDate until = judgement.validUntil() == null ? today.plusMonths(MONTHS) : judgement.validUntil();
        List<FieldFault> faults = new ArrayList<>();
        if (judgement.comment().isBlank()) {
            faults.add(FieldFault.of(
                    "/comment", "required", "Skriv vad du granskade och hur.", "Write what you checked and how."));
        }
        if (until.isBefore(today) || until.isAfter(today.plusYears(MOST_YEARS))) {
            faults.add(FieldFault.of(
                    "/validUntil",
                    "out_of_range",
                    "Välj en dag från i dag och högst fem år fram.",
                    "Choose a day from today and at most five years on."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        return new Evidence.Check(judgement.verdict(), judgement.comment().strip(), until, act.userId(), act.at());
    }

    private Criterion criterion(Assessment assessment, String code) {
        return assessment.model(models).criterion(code).orElseThrow(ProblemException::notFound);
    }

    private static void requireOpen(Assessment assessment) {
        if (assessment.state() == AssessmentState.DECIDED) {
            throw ProblemException.conflict(
                    "Nulägesbilden är beslutad och kan inte ändras.", "The assessment is decided and cannot change.");
        }
    }

    private static void requireSound(Criterion criterion, Wanted wanted) {
        List<FieldFault> faults = new ArrayList<>();
        if (!criterion.defines(wanted.level())) {
            faults.add(FieldFault.of(
                    "/level", "not_a_level", "Välj en av kriteriets nivåer.", "Choose one of the criterion's levels."));
        }
        if (wanted.title().isBlank()) {
            faults.add(FieldFault.of("/title", "required", "Skriv vad det heter.", "Write what it is called."));
        }
        if (wanted.description().isBlank()) {
            faults.add(FieldFault.of("/description", "required", "Skriv vad det visar.", "Write what it shows."));
        }
        if (wanted.link() != null && !isOnTheWeb(wanted.link().strip())) {
            faults.add(FieldFault.of(
                    "/link",
                    "not_an_address",
                    "Skriv en adress som börjar med https:// eller http://.",
                    "Write an address that begins with https:// or http://."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    /** Nothing but the web: a link is pressed by others, so it never holds script. */
    private static boolean isOnTheWeb(String link) {
        try {
            URI uri = URI.create(link);
            return uri.getScheme() != null && SCHEMES.contains(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
