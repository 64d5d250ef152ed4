// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.CaseFile;
import se.malbild.cases.Wait;
import se.malbild.cases.outside.Hearing;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.DecisionType;
import se.malbild.platform.problem.FieldFault;

/**
 * What must be in place before a decision is proposed and before it is signed (CASES §3.1). All that is missing is told at once, so
 * that nobody has to try again and again.
 */
public final class DecisionGuards {
    private DecisionGuards() {}

    /**
     * What the guards look at.
     *
     * @param documents keys of the documents the case holds
     * @param hearing whether the parties have been heard
     * @param unanswered names of those a referral waits for
     */
    public record Situation(
            CaseFile file, CaseType type, Set<String> documents, Hearing hearing, List<String> unanswered) {}

    /**
     * Who would sign.
     *
     * @param missingDelegation what is wanting in the person's delegation; absent where it is there
     * @param independentOfAuthor another natural person than the author of the proposal, neither substituting for the other
     */
    public record Signer(UUID userId, @Nullable FieldFault missingDelegation, boolean independentOfAuthor) {}

    /** What a proposal lacks: content (FL 31–32 §§) and presentation. */
    public static List<FieldFault> ofProposal(CaseType type, Decision.Content content) {
        List<FieldFault> faults = new ArrayList<>();
        DecisionType decisionType = type.decisionType(content.decisionTypeKey()).orElse(null);
        if (decisionType == null) {
            faults.add(FieldFault.of(
                    "/decisionType",
                    "not_an_option",
                    "Ärendetypen har ingen sådan beslutstyp.",
                    "The case type has no such kind of decision."));
            return faults;
        }
        if (decisionType.outcome(content.outcomeKey()).isEmpty()) {
            faults.add(FieldFault.of(
                    "/outcome",
                    "not_an_option",
                    "Beslutstypen har inget sådant utfall.",
                    "The kind of decision has no such outcome."));
        }
        if (blank(content.text())) {
            faults.add(FieldFault.of(
                    "/text",
                    "required",
                    "Skriv vad som beslutas (31 § förvaltningslagen).",
                    "Write what is decided (section 31, Administrative Procedure Act)."));
        }
        reasons(content, faults);
        if (decisionType.presentation() && content.presenterIds().isEmpty()) {
            faults.add(FieldFault.of(
                    "/presenterIds",
                    "required",
                    "Ange vem som föredrar ärendet (20 § myndighetsförordningen).",
                    "Say who presents the case (section 20, Government Agencies Ordinance)."));
        }
        return faults;
    }

    private static void reasons(Decision.Content content, List<FieldFault> faults) {
        if (content.reasonsOmittedGround() != null) {
            return;
        }
        if (content.appliedProvisions().isEmpty()) {
            faults.add(
                    FieldFault.of(
                            "/appliedProvisions",
                            "required",
                            "Ange tillämpade bestämmelser eller en grund att utelämna skälen (32 § förvaltningslagen).",
                            "State the provisions applied or a ground to leave out reasons (section 32, Administrative Procedure Act)."));
        }
        if (blank(content.reasons())) {
            faults.add(FieldFault.of(
                    "/reasons",
                    "required",
                    "Ange vilka omständigheter som varit avgörande (32 § förvaltningslagen).",
                    "State the decisive facts (section 32, Administrative Procedure Act)."));
        }
    }

    /** What signing lacks, given the proposal and who would sign. */
    public static List<FieldFault> ofSigning(Situation situation, Decision proposal, Signer signer) {
        Decision.Content content = proposal.content();
        List<FieldFault> faults = new ArrayList<>();
        FieldFault missing = signer.missingDelegation();
        if (missing != null) {
            faults.add(missing);
        }
        if (proposal.adoption().waits()) {
            faults.add(
                    FieldFault.of(
                            "",
                            "not_adopted",
                            "Förslaget är ett utkast av en konsult. Någon i enheten som handlägger ska först anta det.",
                            "The proposal is a consultant's draft. Somebody of the unit who handles cases must adopt it first."));
        }
        faults.addAll(ofCase(situation, content));
        faults.addAll(ofProposal(situation.type(), content));
        faults.addAll(ofImpartiality(situation.file(), content));
        situation.type().decisionType(content.decisionTypeKey()).ifPresent(decisionType -> {
            if (decisionType.fourEyes() && !signer.independentOfAuthor()) {
                faults.add(
                        FieldFault.of(
                                "",
                                "four_eyes",
                                "Någon annan än den som skrev förslaget ska besluta, och ingen av dem får vara vikarie för den andra.",
                                "Somebody other than the author of the proposal must decide, neither substituting for the other."));
            }
            if (decisionType.presentation() && content.presenterIds().contains(signer.userId())) {
                faults.add(FieldFault.of(
                        "/presenterIds",
                        "presenter_decides",
                        "Den som föredrar ärendet kan inte också besluta.",
                        "Whoever presents the case cannot decide it too."));
            }
        });
        return faults;
    }

    /** Presenters and participants whom a conflict of interest keeps from the case (FL 17 §). */
    public static List<FieldFault> ofImpartiality(CaseFile file, Decision.Content content) {
        List<FieldFault> faults = new ArrayList<>();
        if (content.presenterIds().stream().anyMatch(file.conflicts()::bars)) {
            faults.add(barred("/presenterIds"));
        }
        if (content.participantIds().stream().anyMatch(file.conflicts()::bars)) {
            faults.add(barred("/participantIds"));
        }
        return faults;
    }

    /** Somebody named is kept from the case. */
    public static FieldFault barred(String pointer) {
        return FieldFault.of(
                pointer,
                "conflict_of_interest",
                "Någon som anges har en jävsfråga i ärendet som inte är avgjord eller som hindrar (17 § förvaltningslagen).",
                "Somebody named has a conflict of interest in the case that is open or holds (section 17, Administrative Procedure Act).");
    }

    /** What the case itself lacks before it can be decided as {@code content} says: hearing of the parties, documents, referrals. */
    public static List<FieldFault> ofCase(Situation situation, Decision.Content content) {
        List<FieldFault> faults = new ArrayList<>();
        if (content.communicationException() == null) {
            faults.addAll(situation.hearing().faults());
        } else if (blank(content.communicationExceptionReason())) {
            faults.add(FieldFault.of(
                    "/communicationExceptionReason",
                    "required",
                    "Motivera undantaget från kommunicering.",
                    "Give the reason for not communicating."));
        }
        if (situation.file().waits().contains(Wait.REFERRAL) && blank(content.referralWaiverReason())) {
            faults.add(referralOpen(situation.unanswered()));
        }
        boolean tried = situation
                .type()
                .decisionType(content.decisionTypeKey())
                .flatMap(kind -> kind.outcome(content.outcomeKey()))
                .map(outcome -> !outcome.withoutTrial())
                .orElse(true);
        if (tried) {
            faults.addAll(missingDocuments(situation));
        }
        return faults;
    }

    private static FieldFault referralOpen(List<String> unanswered) {
        String names = String.join(", ", unanswered);
        return unanswered.isEmpty()
                ? FieldFault.of(
                        "/referralWaiverReason",
                        "referral_open",
                        "En remiss är inte besvarad.",
                        "A referral has not been answered.")
                : FieldFault.of(
                        "/referralWaiverReason",
                        "referral_open",
                        "Remissen är inte besvarad av %s. Vänta, avstå från svaret eller motivera varför det inte behövs (26 § förvaltningslagen)."
                                .formatted(names),
                        "The referral has not been answered by %s. Wait, waive the answer, or say why it is not needed (section 26, Administrative Procedure Act)."
                                .formatted(names));
    }

    /** Documents that every case of the type must hold and this one does not. */
    public static List<FieldFault> missingDocuments(Situation situation) {
        return situation.type().documents().stream()
                .filter(rule -> rule.neededToDecide() && !situation.documents().contains(rule.key()))
                .map(rule -> FieldFault.of(
                        "/documents/" + rule.key(),
                        "document_missing",
                        rule.name().sv() + " saknas.",
                        rule.name().en() + " is missing."))
                .toList();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
