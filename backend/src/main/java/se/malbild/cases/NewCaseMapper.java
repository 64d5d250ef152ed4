// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.List;
import java.util.Locale;
import se.malbild.api.model.CasePause;
import se.malbild.api.model.NewCase;
import se.malbild.api.model.NewCaseRecord;
import se.malbild.cases.deadline.Channel;

/** What is sent to be registered → the domain's. */
final class NewCaseMapper {
    private NewCaseMapper() {}

    static Registration.Wanted wanted(NewCase sent) {
        List<Registration.Sender> parties = sent.getParties() == null
                ? List.of()
                : sent.getParties().stream()
                        .map(party -> new Registration.Sender(
                                party.getKind().getValue(),
                                party.getRole().getValue(),
                                party.getName(),
                                CaseMapper.protection(party.getProtectedIdentity())))
                        .toList();
        return new Registration.Wanted(
                sent.getCaseTypeKey(),
                sent.getSubject(),
                sent.getPublicSubject(),
                Channel.of(sent.getChannel().getValue()),
                sent.getReceivedAt().toInstant(),
                sent.getArrivalDate(),
                sent.getArrivalReason(),
                sent.getUnitId(),
                sent.getRecordTitle(),
                sent.getDocumentKeys() == null ? List.of() : sent.getDocumentKeys(),
                sent.getSecrecyLevel() == null
                        ? null
                        : SecrecyLevel.of(sent.getSecrecyLevel().getValue()),
                CaseMapper.json(sent.getFormData()),
                parties);
    }

    static CaseHandling.WantedRecord record(NewCaseRecord sent) {
        return new CaseHandling.WantedRecord(
                CaseRecord.Direction.of(sent.getDirection().getValue()),
                sent.getTitle(),
                sent.getDocumentKey(),
                sent.getDate(),
                sent.getChannel() == null ? null : Channel.of(sent.getChannel().getValue()),
                sent.getCorrespondent());
    }

    static Wait wait(CasePause sent) {
        return Wait.valueOf(sent.getValue().toUpperCase(Locale.ROOT));
    }
}
