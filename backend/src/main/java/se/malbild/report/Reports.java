// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.improvement.assessed.Acts.Act;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.improvement.assessed.AssessedReading;
import se.malbild.platform.Ids;
import se.malbild.platform.Sha256;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.report.content.Composing;
import se.malbild.report.content.LogFrictions;
import se.malbild.report.content.ReportContent;

/** Reports: begun, written and signed. What is signed is kept as it was read, with its hash in the event that says so. */
@Singleton
public class Reports {
    static final String READ = "report:read";
    static final String WRITE = "report:write";
    static final String SIGN = "report:sign";

    private final ReportRepository reports;
    private final Composing composing;
    private final LogFrictions logs;
    private final AssessedReading assessments;
    private final Transactions transactions;
    private final EventWriter events;

    Reports(
            ReportRepository reports,
            Composing composing,
            LogFrictions logs,
            AssessedReading assessments,
            Transactions transactions,
            EventWriter events) {
        this.reports = reports;
        this.composing = composing;
        this.logs = logs;
        this.assessments = assessments;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * The texts of a report.
     *
     * @param sections texts of one's own beside the figures, by section as in the contract
     */
    public record Texts(
            @Nullable UUID eventLogId,
            String title,
            @Nullable String summary,
            @Nullable String proposal,
            Map<String, String> sections) {}

    /** A report as it is read. */
    public record Read(Report report, ReportContent content, String hash, boolean mayWrite, boolean maySign) {}

    /** Place after which a page begins. */
    public record After(Instant createdAt, UUID id) {}

    /** Reports the caller may see, newest first; drafts for those who write or sign only. */
    public List<Report> page(Caller caller, @Nullable UUID assessment, @Nullable After after, int limit) {
        Held read = caller.require(READ);
        ReportRepository.Visible visible = new ReportRepository.Visible(
                caller.authorityId(),
                read.wholeAuthority() ? Optional.empty() : Optional.of(read.unitIds()),
                caller.may(WRITE) || caller.may(SIGN));
        return reports.page(
                visible,
                assessment,
                after == null ? null : new ReportRepository.After(after.createdAt(), after.id()),
                limit);
    }

    /** One report; 404 outside the caller's reach. */
    public Read get(Caller caller, UUID id) {
        Report report = reports.find(caller.authorityId(), id)
                .filter(each -> sees(caller, each))
                .orElseThrow(ProblemException::notFound);
        Report.Signature signature = report.signature();
        if (signature != null) {
            return new Read(report, Sealed.content(signature.sealed()), signature.hash(), false, false);
        }
        ReportContent content = compose(caller, report);
        return new Read(
                report,
                content,
                Sha256.hex(sealed(report, content)),
                covers(caller, WRITE, report),
                covers(caller, SIGN, report));
    }

    private static boolean sees(Caller caller, Report report) {
        return covers(caller, READ, report)
                && (report.state() == Report.State.SIGNED
                        || covers(caller, WRITE, report)
                        || covers(caller, SIGN, report));
    }

    private static boolean covers(Caller caller, String permission, Report report) {
        return caller.held(permission)
                .map(held -> held.coversUnit(report.unitId()))
                .orElse(false);
    }

    private ReportContent compose(Caller caller, Report report) {
        Assessed assessed =
                assessments.find(report.authorityId(), report.assessmentId()).orElseThrow(ProblemException::notFound);
        return composing.compose(caller, assessed, report.eventLogId());
    }

    private static String sealed(Report report, ReportContent content) {
        return Sealed.text(new Sealed.Whole(
                report.title(),
                report.summary(),
                report.proposal(),
                report.sections().isEmpty() ? null : report.sections(),
                content));
    }

    /** Begins a report on an assessment. */
    public UUID begin(Act act, UUID assessmentId, Texts texts) {
        return transactions.in(() -> {
            List<FieldFault> faults = new ArrayList<>();
            Optional<Assessed> assessed = assessments.find(act.caller(), WRITE, assessmentId);
            if (assessed.isEmpty()) {
                faults.add(FieldFault.of(
                        "/assessmentId", "not_found", "Nulägesbilden finns inte.", "The assessment does not exist."));
            }
            checkLog(act.caller(), texts.eventLogId(), faults);
            if (!faults.isEmpty()) {
                throw ProblemException.ruleBroken(faults);
            }
            UUID log = texts.eventLogId() != null
                    ? texts.eventLogId()
                    : logs.nearest(act.caller(), assessed.get()).orElse(null);
            Report report = new Report(
                    Ids.at(act.at().toEpochMilli()),
                    act.caller().authorityId(),
                    assessmentId,
                    assessed.get().unit().id(),
                    log,
                    texts.title(),
                    texts.summary(),
                    texts.proposal(),
                    texts.sections(),
                    Report.State.DRAFT,
                    act.caller().userId(),
                    act.at(),
                    null,
                    1);
            reports.insert(report);
            events.append(event(act, report, "ReportDrafted"));
            return report.id();
        });
    }

    private void checkLog(Caller caller, @Nullable UUID log, List<FieldFault> faults) {
        if (log != null && !logs.exists(caller, log)) {
            faults.add(FieldFault.of(
                    "/eventLogId", "not_found", "Händelseloggen finns inte.", "The event log does not exist."));
        }
    }

    /** Changes the texts of a draft. */
    public void change(Act act, UUID id, long expected, Texts texts) {
        transactions.run(() -> {
            Report before = lock(act.caller(), id, WRITE).requireVersion(expected);
            List<FieldFault> faults = new ArrayList<>();
            checkLog(act.caller(), texts.eventLogId(), faults);
            if (!faults.isEmpty()) {
                throw ProblemException.ruleBroken(faults);
            }
            Report after = before.changed(texts);
            reports.update(after);
            events.append(event(act, after, "ReportChanged"));
        });
    }

    /**
     * Signs a report as it was read.
     *
     * @param hash of what was read: 409 where the figures have changed since
     */
    public void sign(Act act, UUID id, long expected, String hash) {
        transactions.run(() -> {
            Report draft = lock(act.caller(), id, SIGN).requireVersion(expected);
            act.caller().requireConfirmation(act.at());
            String sealed = draft.state() == Report.State.DRAFT ? sealed(draft, compose(act.caller(), draft)) : "";
            Report signed =
                    draft.signed(new Report.Signature(act.caller().userId(), act.at(), sealed, Sha256.hex(sealed)));
            if (!Sha256.hex(sealed).equals(hash)) {
                throw ProblemException.conflict(
                        "Siffrorna har ändrats sedan rapporten lästes. Läs den igen och underteckna sedan.",
                        "The figures have changed since the report was read. Read it again, then sign.",
                        Map.of("contentHash", Sha256.hex(sealed)));
            }
            reports.update(signed);
            events.append(event(act, signed, "ReportSigned")
                    .withStates(draft.state().code(), signed.state().code())
                    .withAttributes(Map.of("sha256", hash, "title", signed.title())));
        });
    }

    private Report lock(Caller caller, UUID id, String permission) {
        return reports.lock(caller.authorityId(), id)
                .filter(each -> sees(caller, each) && covers(caller, permission, each))
                .orElseThrow(ProblemException::notFound);
    }

    private static NewEvent event(Act act, Report report, String activity) {
        return NewEvent.inAuthority(report.authorityId(), activity, act.at(), act.actor())
                .withObjects("report:" + report.id(), "assessment:" + report.assessmentId())
                .withAttributes(Map.of("title", report.title()));
    }
}
