// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.outside.Enquiry;
import se.malbild.cases.outside.EnquiryRepository;
import se.malbild.cases.outside.Recipient;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/**
 * Asks parties and others for something and takes in what comes of it: supplement and injunction (FL 20 §), communication (FL 25 §),
 * referral (FL 26 §). Goals of one's own move by the days the case waits; statutory clocks do not.
 */
@Singleton
public class Enquiring {
    static final String ASK = "case:ask";
    static final String WAIT = "case:wait";

    private final CaseRepository cases;
    private final EnquiryRepository enquiries;
    private final EnquiryDraftRepository drafts;
    private final CaseHandling handling;
    private final EnquiryChecks checks;
    private final Deadlines deadlines;
    private final Records records;
    private final Letters letters;
    private final CaseTypes types;
    private final Transactions transactions;
    private final EventWriter events;

    Enquiring(
            CaseRepository cases,
            EnquiryRepository enquiries,
            EnquiryDraftRepository drafts,
            CaseHandling handling,
            EnquiryChecks checks,
            Deadlines deadlines,
            Records records,
            Letters letters,
            CaseTypes types,
            Transactions transactions,
            EventWriter events) {
        this.cases = cases;
        this.enquiries = enquiries;
        this.drafts = drafts;
        this.handling = handling;
        this.checks = checks;
        this.deadlines = deadlines;
        this.records = records;
        this.letters = letters;
        this.types = types;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * What is asked.
     *
     * @param consequence for an injunction: that the submission may be dismissed otherwise
     * @param due last day to answer
     * @param holidayAccepted the last day may be one on which nobody works
     */
    public record Question(
            Enquiry.Kind kind,
            String asked,
            @Nullable String consequence,
            LocalDate due,
            boolean holidayAccepted,
            Enquiry.Material material) {}

    /**
     * A body to refer to.
     *
     * @param recordIds the records it gets, where they are not those of all
     */
    public record Body(String name, @Nullable List<UUID> recordIds) {}

    /**
     * What came of a recipient.
     *
     * @param recordId the answer, where it is registered already
     * @param title title of the answer, where it is not
     */
    public record Outcome(
            Recipient.State state,
            @Nullable String reason,
            @Nullable UUID recordId,
            @Nullable String title,
            @Nullable String documentKey,
            @Nullable LocalDate receivedOn,
            @Nullable Channel channel) {}

    /**
     * A question and of whom.
     *
     * @param partyIds which parties; null = whoever opened the case, or all
     * @param bodies for a referral: which bodies
     */
    public record Asked(Question question, @Nullable List<UUID> partyIds, List<Body> bodies) {}

    /** Asks parties: to supplement, or to comment on the material. {@code partyIds} null = whoever opened the case, or all. */
    public void askParties(
            CaseScope scope, Act act, UUID id, long expected, Question question, @Nullable List<UUID> partyIds) {
        ask(scope, act, id, expected, new Asked(question, partyIds, List.of()));
    }

    /** Refers to one or several bodies at once, with one question and one last day. */
    public void refer(CaseScope scope, Act act, UUID id, long expected, Question question, List<Body> bodies) {
        ask(scope, act, id, expected, new Asked(question, null, bodies));
    }

    /** Sends it, or keeps it as a draft where the writer may not send anything out (a consultant, CASES §12). */
    private void ask(CaseScope scope, Act act, UUID id, long expected, Asked asked) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(ASK, file);
            if (scope.covers(WAIT, file)) {
                send(act, file, asked, null);
            } else {
                keep(act, file, asked);
            }
        });
    }

    private void keep(Act act, CaseFile file, Asked asked) {
        // How somebody protected is reached is compared when it is sent: told now, the writer could find it out by
        // trying.
        List<FieldFault> faults = new ArrayList<>();
        recipients(act, file, asked, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        awaiting(file, asked.question().kind());
        EnquiryDraft draft = new EnquiryDraft(
                Ids.at(act.at().toEpochMilli()),
                file.id(),
                asked,
                EnquiryDraft.State.WAITING,
                act.userId(),
                act.at(),
                null,
                null);
        drafts.insert(file.authorityId(), draft);
        events.append(CaseEvents.of(act, file, "EnquiryDrafted", "enquiry_draft", draft.id())
                .withReason(asked.question().kind().code(), null));
        cases.update(file.touched(), null);
    }

    private List<Recipient> recipients(Act act, CaseFile file, Asked asked, List<FieldFault> faults) {
        faults.addAll(checks.of(act, file, asked.question()));
        return asked.question().kind() == Enquiry.Kind.REFERRAL
                ? checks.bodies(file, asked.bodies(), faults)
                : checks.parties(file, asked.question().kind(), asked.partyIds(), faults);
    }

    private static CaseFile awaiting(CaseFile file, Enquiry.Kind kind) {
        return kind.waitBegun() == Wait.SUPPLEMENT
                ? file.waitingFor(kind.waitBegun())
                : file.awaiting(kind.waitBegun());
    }

    private CaseFile lock(CaseScope scope, UUID id, long expected) {
        CaseFile file = cases.lock(scope, id).requireVersion(expected);
        scope.require(WAIT, file);
        return file;
    }

    /** Sends it out, if nothing stands in the way. {@code draftedBy}: who wrote it, where that is another than who sends it. */
    void send(Act act, CaseFile file, Asked asked, @Nullable UUID draftedBy) {
        Question question = asked.question();
        List<FieldFault> faults = new ArrayList<>();
        List<Recipient> recipients = recipients(act, file, asked, faults);
        faults.addAll(checks.protectedContacts(file, question, recipients));
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        Enquiry.Kind kind = question.kind();
        CaseFile next = awaiting(file, kind);
        UUID deadline = deadlines.beginWait(next, kind.waitBegun(), act.day(), question.due());
        CaseRecord letter = drawUp(act, next, question, recipients);
        int round = 1
                + (int) enquiries.of(file.authorityId(), file.id()).stream()
                        .filter(each -> each.kind().waitBegun() == kind.waitBegun())
                        .count();
        Enquiry made = new Enquiry(
                Ids.at(act.at().toEpochMilli()),
                file.id(),
                kind,
                round,
                question.asked(),
                question.consequence(),
                question.due(),
                act.at(),
                act.userId(),
                null,
                letter.id(),
                deadline,
                question.material(),
                recipients,
                draftedBy);
        enquiries.insert(file.authorityId(), made);
        events.append(CaseEvents.of(act, next, kind.sentActivity(), "enquiry", made.id())
                .withAttributes(Map.of(
                        "wait",
                        kind.waitBegun().code(),
                        "dueDate",
                        question.due().toString(),
                        "round",
                        round,
                        "recipients",
                        recipients.size(),
                        "records",
                        question.material().recordIds().size())));
        cases.update(deadlines.withNextDue(next), null);
    }

    private CaseRecord drawUp(Act act, CaseFile file, Question question, List<Recipient> recipients) {
        String names = recipients.stream().map(Recipient::name).collect(Collectors.joining(", "));
        Map<String, String> values = new HashMap<>(letters.common(act, file));
        values.put("dueDate", question.due().toString());
        values.put("missingItems", question.asked());
        values.put("question", question.asked());
        values.put("recipients", names);
        values.put("consequence", question.consequence() == null ? "" : question.consequence());
        values.put("materialList", materialList(file, question));
        CaseType type = typeOf(file);
        Letters.Drawn drawn = question.kind().waitBegun() == Wait.SUPPLEMENT
                ? letters.supplement(type, values, question.consequence())
                : letters.draw(type, question.kind().letterKey(), values);
        return out(act, file, drawn, names);
    }

    private CaseRecord out(Act act, CaseFile file, Letters.Drawn drawn, String names) {
        String to = names.length() > 200 ? names.substring(0, 199) + "…" : names;
        return records.addText(
                act,
                file,
                new Records.Wanted(CaseRecord.Direction.OUT, drawn.title(), null, act.day(), null, to),
                Records.HTML,
                drawn.page());
    }

    private String materialList(CaseFile file, Question question) {
        Map<UUID, CaseRecord> all = checks.records(file);
        String shown = question.material().recordIds().stream()
                .map(all::get)
                .filter(java.util.Objects::nonNull)
                .map(each -> "%d %s".formatted(each.recordNo(), each.title()))
                .collect(Collectors.joining(", "));
        if (question.kind() != Enquiry.Kind.COMMUNICATION) {
            return shown.isEmpty() ? "–" : shown;
        }
        return shown.isEmpty()
                ? question.asked()
                : question.asked().isBlank() ? shown : shown + ". " + question.asked();
    }

    /** Takes in what came of a recipient; when it was the last, the wait is over. */
    public void settle(
            CaseScope scope, Act act, UUID id, long expected, UUID enquiryId, UUID recipientId, Outcome outcome) {
        transactions.run(() -> {
            CaseFile file = lock(scope, id, expected);
            Enquiry enquiry = find(file, enquiryId);
            Recipient recipient = enquiry.recipient(recipientId);
            checks.requireSound(act, enquiry, outcome);
            UUID answer =
                    outcome.state() == Recipient.State.ANSWERED ? answer(act, file, enquiry, recipient, outcome) : null;
            CaseFile next = settle(
                    act,
                    file,
                    enquiry,
                    recipient.settled(outcome.state(), act.day(), outcome.reason(), answer),
                    outcome.channel());
            cases.update(deadlines.withNextDue(next), null);
        });
    }

    private CaseFile settle(Act act, CaseFile file, Enquiry enquiry, Recipient settled, @Nullable Channel channel) {
        Enquiry after = enquiry.with(settled, act.day());
        enquiries.update(file.authorityId(), after, settled);
        CaseFile next = after.open() ? file.touched() : over(act, file, after);
        events.append(CaseEvents.of(act, next, activityOf(enquiry.kind(), settled.state()), "enquiry", enquiry.id())
                .withChannel(channel == null ? null : channel.code())
                .withReason(null, settled.reason())
                .withAttributes(Map.of(
                        "wait",
                        enquiry.kind().waitBegun().code(),
                        "kind",
                        enquiry.kind().waitBegun().code(),
                        "outcome",
                        settled.state().code(),
                        "left",
                        after.waiting().count())));
        return next;
    }

    private CaseFile over(Act act, CaseFile file, Enquiry ended) {
        Wait wait = ended.kind().waitBegun();
        boolean answered = ended.recipients().stream().anyMatch(each -> each.state() == Recipient.State.ANSWERED);
        if (ended.deadlineId() != null) {
            deadlines.endWait(act, file, ended.deadlineId(), answered);
        }
        boolean more = enquiries.of(file.authorityId(), file.id()).stream()
                .anyMatch(each -> each.open() && each.kind().waitBegun() == wait);
        return more || !file.waits().contains(wait) ? file.touched() : file.noLongerWaitingFor(wait, act.day());
    }

    private static String activityOf(Enquiry.Kind kind, Recipient.State state) {
        return switch (state) {
            case ANSWERED -> kind.answeredActivity();
            case WAIVED -> "AnswerWaived";
            case TIMED_OUT, WAITING -> "DeadlineMissed";
        };
    }

    private UUID answer(Act act, CaseFile file, Enquiry enquiry, Recipient recipient, Outcome outcome) {
        if (outcome.recordId() != null) {
            return checks.incoming(file, outcome.recordId()).id();
        }
        LocalDate day = outcome.receivedOn() == null ? act.day() : outcome.receivedOn();
        String title = outcome.title();
        return handling.register(
                        act,
                        file,
                        typeOf(file),
                        new CaseHandling.WantedRecord(
                                CaseRecord.Direction.IN,
                                title == null ? titleOf(enquiry.kind(), recipient) : title,
                                outcome.documentKey(),
                                day,
                                outcome.channel(),
                                recipient.name()))
                .id();
    }

    private static String titleOf(Enquiry.Kind kind, Recipient from) {
        String what = kind.waitBegun() == Wait.SUPPLEMENT ? "Komplettering" : "Yttrande";
        String title = "%s från %s".formatted(what, from.name());
        return title.length() > 300 ? title.substring(0, 300) : title;
    }

    /** Reminds those who have not answered; the reminder is an outgoing record. */
    public void remind(CaseScope scope, Act act, UUID id, long expected, UUID enquiryId, @Nullable String message) {
        transactions.run(() -> {
            CaseFile file = lock(scope, id, expected);
            Enquiry enquiry = find(file, enquiryId);
            List<Recipient> waiting = enquiry.waiting().toList();
            if (waiting.isEmpty()) {
                throw ProblemException.conflict("Alla har svarat.", "Everybody has answered.");
            }
            Map<String, String> values = new HashMap<>(letters.common(act, file));
            values.put("dueDate", enquiry.dueDate().toString());
            values.put("question", enquiry.asked());
            values.put("message", message == null ? "" : message);
            String names = waiting.stream().map(Recipient::name).collect(Collectors.joining(", "));
            out(act, file, letters.draw(typeOf(file), "reminder", values), names);
            waiting.forEach(each -> enquiries.update(file.authorityId(), enquiry, each.remindedAgain(act.day())));
            boolean referral = enquiry.kind() == Enquiry.Kind.REFERRAL;
            events.append(CaseEvents.of(act, file, referral ? "ReferralReminded" : "ReminderSent", "enquiry", enquiryId)
                    .withAttributes(Map.of("recipients", waiting.size())));
            cases.update(file.touched(), null);
        });
    }

    /**
     * The case is decided: nobody is waited for any more. Those whose time is over have let it pass; the others' answers are waived, which
     * the guards have asked the reason for where the law does. Gives the case as it is then.
     */
    CaseFile endAll(Act act, CaseFile file) {
        CaseFile next = file;
        for (Enquiry enquiry : enquiries.of(file.authorityId(), file.id())) {
            Enquiry now = enquiry;
            for (Recipient each : enquiry.waiting().toList()) {
                boolean late = now.timeIsOver(act.day());
                Recipient settled = each.settled(
                        late ? Recipient.State.TIMED_OUT : Recipient.State.WAIVED,
                        act.day(),
                        late ? null : "Ärendet är avgjort.",
                        null);
                next = settle(act, next, now, settled, null);
                now = now.with(settled, act.day());
            }
        }
        for (EnquiryDraft draft : drafts.waiting(file)) {
            drafts.update(file.authorityId(), draft.settled(EnquiryDraft.State.DISCARDED, act));
            events.append(CaseEvents.of(act, next, "EnquiryDraftDiscarded", "enquiry_draft", draft.id())
                    .withReason(draft.asked().question().kind().code(), "Ärendet är avgjort."));
        }
        return next;
    }

    /** Drafts of what to ask that nobody has adopted or discarded, oldest first. */
    List<EnquiryDraft> drafts(CaseFile file) {
        return drafts.waiting(file);
    }

    /** All that has been asked in a case, newest first. */
    List<Enquiry> of(CaseFile file) {
        return new ArrayList<>(enquiries.of(file.authorityId(), file.id()));
    }

    private Enquiry find(CaseFile file, UUID enquiryId) {
        return enquiries.of(file.authorityId(), file.id()).stream()
                .filter(each -> each.id().equals(enquiryId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private CaseType typeOf(CaseFile file) {
        return types.of(file.authorityId(), file.caseTypeId(), file.caseTypeVersion());
    }

    /** Whether a text says that what is not supplemented may be dismissed (avvisas), in Swedish or English. */
    static boolean tellsOfDismissal(@Nullable String consequence) {
        String text = consequence == null ? "" : consequence.toLowerCase(Locale.ROOT);
        return text.contains("avvis") || text.contains("dismiss");
    }
}
