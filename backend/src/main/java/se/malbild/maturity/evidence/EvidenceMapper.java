// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import se.malbild.access.AccessMapper;
import se.malbild.access.user.Account;
import se.malbild.api.model.AttachedFile;
import se.malbild.api.model.EvidenceJudgement;
import se.malbild.api.model.EvidenceKind;
import se.malbild.api.model.EvidenceVerdict;
import se.malbild.api.model.JudgedEvidence;
import se.malbild.api.model.NewEvidence;
import se.malbild.api.model.UserRef;
import se.malbild.maturity.scoring.VerifiedLevel;
import se.malbild.maturity.source.VerifiedCriterion;

/** Evidence ↔ the contract's. */
public final class EvidenceMapper {
    private EvidenceMapper() {}

    static Verification.Wanted wanted(NewEvidence sent) {
        return new Verification.Wanted(
                sent.getLevel(),
                Evidence.Kind.of(sent.getKind().getValue()),
                sent.getTitle(),
                sent.getDescription(),
                sent.getLink(),
                sent.getUploadIds() == null ? List.of() : sent.getUploadIds());
    }

    static Verification.Judgement judgement(EvidenceJudgement sent) {
        return new Verification.Judgement(
                VerifiedLevel.Verdict.valueOf(sent.getVerdict().getValue().toUpperCase(Locale.ROOT)),
                sent.getComment(),
                sent.getValidUntil());
    }

    static se.malbild.api.model.Evidence evidence(
            Verification.Opened opened, List<AttachedFile> files, LocalDate today, Function<UUID, Account> people) {
        Evidence evidence = opened.evidence();
        se.malbild.api.model.Evidence mapped = new se.malbild.api.model.Evidence(
                evidence.id(),
                evidence.assessmentId(),
                evidence.criterion(),
                evidence.level(),
                EvidenceKind.fromValue(evidence.kind().code()),
                evidence.title(),
                evidence.description(),
                files,
                person(people.apply(evidence.submittedBy())),
                AccessMapper.time(evidence.submittedAt()),
                evidence.expired(today),
                opened.mayJudge(),
                Math.max(0, evidence.checks().size() - 1),
                evidence.version());
        mapped.setLink(evidence.link());
        evidence.check().ifPresent(check -> {
            mapped.setVerdict(EvidenceVerdict.fromValue(check.verdict().name().toLowerCase(Locale.ROOT)));
            mapped.setComment(check.comment());
            mapped.setCheckedBy(person(people.apply(check.checkedBy())));
            mapped.setCheckedAt(AccessMapper.time(check.checkedAt()));
            mapped.setValidUntil(check.validUntil());
        });
        return mapped;
    }

    /** A checked piece of evidence in short. */
    public static JudgedEvidence judged(VerifiedCriterion.Judged judged) {
        return new JudgedEvidence(
                judged.id(),
                judged.title(),
                EvidenceKind.fromValue(judged.kind()),
                judged.level(),
                EvidenceVerdict.fromValue(judged.verdict()),
                judged.validUntil(),
                judged.expired());
    }

    private static UserRef person(Account account) {
        return AccessMapper.userRef(account.id(), account.displayName(), account.title());
    }
}
