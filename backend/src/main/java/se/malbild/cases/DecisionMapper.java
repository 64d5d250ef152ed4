// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.user.Account;
import se.malbild.api.model.CaseCommunicationException;
import se.malbild.api.model.CaseDecision;
import se.malbild.api.model.CaseDecisionKind;
import se.malbild.api.model.CaseDecisionState;
import se.malbild.api.model.CaseDispatch;
import se.malbild.api.model.CaseDispatched;
import se.malbild.api.model.CaseOmissionGround;
import se.malbild.api.model.NewCaseDecision;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.decision.Decision;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.DecisionType;
import se.malbild.platform.Text;

/** Decisions ↔ the contract's. */
final class DecisionMapper {
    private DecisionMapper() {}

    static CaseDecision decision(Decision decision, CaseType type, CaseLaw law, Map<UUID, Account> people) {
        Decision.Content said = decision.content();
        DecisionType kind = type.decisionType(said.decisionTypeKey()).orElseThrow();
        Text outcome = kind.outcome(said.outcomeKey())
                .map(DecisionType.Outcome::name)
                .orElse(new Text(said.outcomeKey(), said.outcomeKey()));
        CaseDecision mapped = new CaseDecision(
                decision.id(),
                kind.key(),
                kind.name().asMap(),
                CaseDecisionKind.fromValue(kind.kind().code()),
                said.outcomeKey(),
                outcome.asMap(),
                said.text(),
                said.appliedProvisions(),
                CaseDecisionState.fromValue(decision.state().code()),
                CaseMapper.person(people, decision.proposedBy()),
                AccessMapper.time(decision.proposedAt()),
                said.presenterIds().stream()
                        .map(id -> CaseMapper.person(people, id))
                        .toList(),
                said.participantIds().stream()
                        .map(id -> CaseMapper.person(people, id))
                        .toList());
        mapped.setBackground(said.background());
        mapped.setReasons(said.reasons());
        if (said.reasonsOmittedGround() != null) {
            mapped.setReasonsOmittedGround(
                    CaseOmissionGround.fromValue(said.reasonsOmittedGround().code()));
        }
        if (said.communicationException() != null) {
            mapped.setCommunicationException(CaseCommunicationException.fromValue(
                    said.communicationException().code()));
        }
        mapped.setCommunicationExceptionReason(said.communicationExceptionReason());
        mapped.setDraft(decision.adoption().waits());
        UUID adopter = decision.adoption().by();
        mapped.setAdoptedBy(adopter == null ? null : CaseMapper.person(people, adopter));
        mapped.setAppealable(kind.appealable());
        mapped.setDispatchedAt(CaseMapper.time(decision.dispatchedAt()));
        mapped.setInstructionRecordId(decision.instructionRecordId());
        mapped.setReferralWaiverReason(said.referralWaiverReason());
        mapped.setDissents(LawMapper.dissents(law, decision.id(), people));
        mapped.setWithdrawnReason(decision.withdrawnReason());
        mapped.setNoticeRecordId(decision.noticeRecordId());
        mapped.setDispatchedTo(decision.dispatchedTo().stream()
                .map(to -> new CaseDispatched(
                        to.partyId(), to.name(), CaseMapper.channel(to.channel().code())))
                .toList());
        Decision.Signature by = decision.signature();
        if (by != null) {
            mapped.setDecidedBy(CaseMapper.person(people, by.decidedBy()));
            UUID principal = by.onBehalfOf();
            mapped.setDecidedOnBehalfOf(principal == null ? null : CaseMapper.person(people, principal));
            mapped.setDecidedAt(AccessMapper.time(by.decidedAt()));
            mapped.setRecordId(by.recordId());
            mapped.setSha256(by.sha256());
        }
        return mapped;
    }

    static Decision.Content content(NewCaseDecision wanted) {
        return new Decision.Content(
                wanted.getDecisionType(),
                wanted.getOutcome(),
                wanted.getText(),
                wanted.getBackground(),
                wanted.getReasons(),
                list(wanted.getAppliedProvisions()),
                wanted.getReasonsOmittedGround() == null
                        ? null
                        : Decision.OmissionGround.valueOf(
                                wanted.getReasonsOmittedGround().getValue().toUpperCase(java.util.Locale.ROOT)),
                wanted.getCommunicationException() == null
                        ? null
                        : Decision.CommunicationException.valueOf(
                                wanted.getCommunicationException().getValue().toUpperCase(java.util.Locale.ROOT)),
                wanted.getCommunicationExceptionReason(),
                list(wanted.getPresenterIds()),
                list(wanted.getParticipantIds()),
                wanted.getReferralWaiverReason());
    }

    static Dispatching.Wanted dispatch(CaseDispatch wanted) {
        Map<UUID, Channel> byParty = new HashMap<>();
        if (wanted.getRecipients() != null) {
            wanted.getRecipients()
                    .forEach(each -> byParty.put(
                            each.getPartyId(), Channel.of(each.getChannel().getValue())));
        }
        return new Dispatching.Wanted(
                LawMapper.channel(wanted.getChannel()), byParty, wanted.getOfficialsOmittedReason());
    }

    private static <T> List<T> list(@Nullable List<T> sent) {
        return sent == null ? List.of() : List.copyOf(sent);
    }
}
