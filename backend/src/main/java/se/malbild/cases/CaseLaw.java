// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import se.malbild.cases.conflict.ConflictDeclaration;
import se.malbild.cases.decision.Dissent;
import se.malbild.cases.delay.DelayRequest;
import se.malbild.cases.outside.Enquiry;

/**
 * What the law's clockwork of a case holds, as a reader may see it.
 *
 * @param drafts what a consultant has written to be asked, and nobody has adopted or discarded
 * @param awaitsRuling the reader has declared a conflict that is not ruled on
 */
public record CaseLaw(
        List<Enquiry> enquiries,
        List<EnquiryDraft> drafts,
        List<ConflictDeclaration> conflicts,
        List<DelayRequest> delayRequests,
        List<Delays.Prompt> prompts,
        List<CaseTask> tasks,
        List<Dissent> dissents,
        boolean awaitsRuling) {

    /** What a case that was registered now holds. */
    static CaseLaw ofNew(List<Delays.Prompt> prompts) {
        return new CaseLaw(List.of(), List.of(), List.of(), List.of(), prompts, List.of(), List.of(), false);
    }

    /** What a reader of the head sees: declared conflicts, if the reader rules on them. */
    static CaseLaw ofHead(List<ConflictDeclaration> conflicts, boolean awaitsRuling) {
        return new CaseLaw(List.of(), List.of(), conflicts, List.of(), List.of(), List.of(), List.of(), awaitsRuling);
    }

    /** Everybody named in it. */
    Stream<UUID> people() {
        return Stream.of(
                        enquiries.stream().flatMap(each -> Stream.of(each.sentBy(), each.draftedBy())),
                        drafts.stream().map(EnquiryDraft::writtenBy),
                        conflicts.stream()
                                .flatMap(each -> Stream.of(
                                        each.userId(),
                                        each.ruled() == null
                                                ? null
                                                : each.ruled().by())),
                        tasks.stream().map(CaseTask::assigneeId),
                        dissents.stream().map(Dissent::userId))
                .flatMap(each -> each)
                .filter(Objects::nonNull);
    }
}
