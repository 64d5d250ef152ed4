// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import se.malbild.access.authority.Authorities;
import se.malbild.access.user.Account;
import se.malbild.cases.decision.Decision;
import se.malbild.cases.type.DecisionType;

/** The values that a case type's letters are filled with. */
@Singleton
class Letters {
    private final Colleagues colleagues;
    private final Authorities authorities;

    Letters(Colleagues colleagues, Authorities authorities) {
        this.colleagues = colleagues;
        this.authorities = authorities;
    }

    /** What every letter of a case may name. */
    Map<String, String> common(Act act, CaseFile file) {
        String authority = authorities.get(file.authorityId()).nameSv();
        Map<String, String> values = new HashMap<>();
        values.put("caseNumber", file.number().display());
        values.put("publicSubject", file.publicSubject());
        values.put("subject", file.subject());
        values.put("arrivalDate", file.arrival().date().toString());
        values.put("authorityName", authority);
        values.put("authorityAddress", authority);
        values.put("authorityEmail", authority);
        values.put("replyChannel", authority);
        values.put("officerName", name(file, file.officerId() == null ? act.userId() : file.officerId()));
        values.put("officerPhone", authority);
        return values;
    }

    /** What the letter of a decision says besides. */
    Map<String, String> decision(Act act, CaseFile file, DecisionType kind, Decision.Content content) {
        Map<String, String> values = common(act, file);
        values.put("decisionDate", act.day().toString());
        values.put("outcomeText", content.text());
        values.put(
                "outcome",
                kind.outcome(content.outcomeKey())
                        .map(outcome -> outcome.name().sv())
                        .orElse(""));
        values.put("background", content.background() == null ? file.subject() + "." : content.background());
        values.put(
                "reasons",
                content.reasons() == null ? "Skälen utelämnas med stöd av 32 § förvaltningslagen." : content.reasons());
        values.put("provisions", String.join("; ", content.appliedProvisions()));
        values.put("decisionMaker", name(file, act.userId()));
        values.put("presenter", names(file, content.presenterIds()));
        values.put("participants", names(file, content.participantIds()));
        return values;
    }

    private String name(CaseFile file, UUID id) {
        return names(file, List.of(id));
    }

    private String names(CaseFile file, List<UUID> ids) {
        Map<UUID, Account> named = colleagues.named(file.authorityId(), ids);
        return ids.stream()
                .map(named::get)
                .filter(java.util.Objects::nonNull)
                .map(Account::displayName)
                .collect(Collectors.joining(", "));
    }
}
