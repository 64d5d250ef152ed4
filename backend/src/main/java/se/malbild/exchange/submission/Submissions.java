// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.client.ClientCaller;
import se.malbild.cases.Act;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseReading;
import se.malbild.cases.CaseScope;
import se.malbild.cases.deadline.ArrivalRule;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.inbox.Inbox;
import se.malbild.cases.inbox.InboxItem;
import se.malbild.cases.inbox.Outcome;
import se.malbild.cases.record.ReceivedFile;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;

/**
 * Takes in what clients hand in: it has come in (OSL 5:1 §) the moment it is kept, lies in the inbox and is registered like anything else.
 * A client follows its own submissions and no others.
 */
@Singleton
public class Submissions {
    /** The scope that hands in. */
    static final String SCOPE = "case:submit";

    private static final String AUTHORITY = "authority";

    private final SubmissionRepository submissions;
    private final Inbox inbox;
    private final CaseReading cases;
    private final CaseTypes types;
    private final Transactions transactions;
    private final Clock clock;

    Submissions(
            SubmissionRepository submissions,
            Inbox inbox,
            CaseReading cases,
            CaseTypes types,
            Transactions transactions,
            Clock clock) {
        this.submissions = submissions;
        this.inbox = inbox;
        this.cases = cases;
        this.types = types;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What is handed in.
     *
     * @param sender on whose behalf; absent = the agency itself
     * @param formData JSON object of the case type's form
     */
    public record Wanted(
            String subject,
            @Nullable String text,
            @Nullable String caseTypeKey,
            @Nullable Sender sender,
            @Nullable String property,
            @Nullable String formData,
            List<UUID> uploadIds,
            @Nullable String clientReference) {}

    /** On whose behalf something is handed in. */
    public record Sender(String name, String kind) {}

    /**
     * A submission as it is now.
     *
     * @param file the case it began, if it has
     */
    public record Standing(
            Submission submission,
            InboxItem item,
            List<ReceivedFile> files,
            @Nullable CaseFile file) {}

    /** Takes it in, now. */
    public Standing submit(ClientCaller client, Wanted wanted) {
        Instant now = clock.instant();
        requireType(client, wanted.caseTypeKey(), LocalDate.ofInstant(now, ArrivalRule.STOCKHOLM));
        Sender sender = wanted.sender() == null ? new Sender(client.agency(), AUTHORITY) : wanted.sender();
        return transactions.in(() -> {
            InboxItem item = inbox.receive(
                    CaseScope.ofWholeAuthority(client.authorityId()),
                    new Act(client.actor(), client.clientId(), now),
                    new Inbox.Wanted(
                            Channel.API,
                            now,
                            false,
                            null,
                            null,
                            null,
                            new InboxItem.Content(
                                    sender.name(),
                                    sender.kind(),
                                    wanted.subject(),
                                    wanted.text(),
                                    wanted.property(),
                                    wanted.caseTypeKey(),
                                    wanted.formData())),
                    wanted.uploadIds());
            Submission submission = new Submission(
                    Ids.next(), client.authorityId(), client.clientId(), item.id(), wanted.clientReference(), now);
            submissions.insert(submission);
            return new Standing(submission, item, inbox.files(item), null);
        });
    }

    /** A type that is not there and one that is not granted are told apart by nothing. */
    private void requireType(ClientCaller client, @Nullable String key, LocalDate day) {
        boolean may = client.mayType(SCOPE, key)
                && (key == null || types.inForce(client.authorityId(), key, day).isPresent());
        if (!may) {
            throw ProblemException.ruleBroken(
                    "/caseTypeKey",
                    key == null ? "required" : "not_granted",
                    key == null
                            ? "Klienten får bara lämna in ärenden av vissa typer. Ange vilken det är."
                            : "Klienten får inte lämna in ärenden av den typen.",
                    key == null
                            ? "The client may submit cases of some types only. Say which it is."
                            : "The client may not submit cases of that type.");
        }
    }

    /** One of the client's own; 404 otherwise. */
    Standing get(ClientCaller client, UUID id) {
        Submission submission = submissions
                .find(client.clientId(), id)
                .filter(each -> each.authorityId().equals(client.authorityId()))
                .orElseThrow(ProblemException::notFound);
        CaseScope whole = CaseScope.ofWholeAuthority(client.authorityId());
        InboxItem item = inbox.get(whole, submission.itemId());
        UUID caseId = item.caseId();
        // What is linked has gone into a case that somebody else may have begun: of that one nothing is told.
        CaseFile file = item.outcome() == Outcome.REGISTERED && caseId != null ? cases.get(whole, caseId) : null;
        return new Standing(submission, item, inbox.files(item), file);
    }

    /** The submissions that a case began with; none where it was not handed in by a client. */
    public List<Submission> thatBegan(UUID authorityId, UUID caseId) {
        return submissions.ofItems(authorityId, inbox.begun(authorityId, caseId));
    }

    /** Whether the client itself has handed in what the case began with. */
    public boolean began(ClientCaller client, UUID caseId) {
        return thatBegan(client.authorityId(), caseId).stream()
                .anyMatch(each -> each.clientId().equals(client.clientId()));
    }

    /** Whether the client may read that submission now. */
    public boolean mayRead(ClientCaller client, UUID id) {
        return client.may(SCOPE) && submissions.find(client.clientId(), id).isPresent();
    }
}
