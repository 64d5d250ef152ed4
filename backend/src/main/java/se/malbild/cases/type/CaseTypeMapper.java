// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.user.Account;
import se.malbild.api.model.CaseChannel;
import se.malbild.api.model.CaseDecisionKind;
import se.malbild.api.model.CaseDecisionType;
import se.malbild.api.model.CaseInitiative;
import se.malbild.api.model.CaseOutcome;
import se.malbild.api.model.CaseTypeDetail;
import se.malbild.api.model.CaseTypeDocument;
import se.malbild.api.model.CaseTypeStatus;
import se.malbild.api.model.RegisterShown;
import se.malbild.api.model.SecrecyLevel;
import se.malbild.api.model.UserRef;
import tools.jackson.databind.json.JsonMapper;

/** Case types → the contract's. */
final class CaseTypeMapper {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CaseTypeMapper() {}

    static se.malbild.api.model.CaseType brief(CaseTypes.Version version, Map<UUID, Account> people) {
        CaseType type = version.type();
        se.malbild.api.model.CaseType mapped = new se.malbild.api.model.CaseType(
                type.id(),
                type.key(),
                type.version(),
                CaseTypeStatus.fromValue(version.status()),
                type.name().asMap(),
                type.classCode(),
                CaseInitiative.fromValue(type.initiative()),
                channels(type),
                SecrecyLevel.fromValue(type.secrecyDefault().code()),
                shown(type),
                type.validFrom(),
                type.defaultUnit());
        mapped.setDescription(type.description().asMap());
        mapped.setValidTo(type.validTo());
        mapped.setDraftedBy(person(version.draftedBy(), people));
        mapped.setPublishedBy(person(version.publishedBy(), people));
        mapped.setPublishedAt(version.publishedAt() == null ? null : AccessMapper.time(version.publishedAt()));
        return mapped;
    }

    @SuppressWarnings("unchecked")
    static CaseTypeDetail detail(CaseTypes.Version version) {
        CaseType type = version.type();
        CaseTypeDetail mapped = new CaseTypeDetail(
                type.id(),
                type.key(),
                type.version(),
                CaseTypeStatus.fromValue(version.status()),
                type.name().asMap(),
                type.classCode(),
                CaseInitiative.fromValue(type.initiative()),
                channels(type),
                SecrecyLevel.fromValue(type.secrecyDefault().code()),
                shown(type),
                type.validFrom(),
                type.defaultUnit(),
                type.documents().stream()
                        .map(rule ->
                                new CaseTypeDocument(rule.key(), rule.name().asMap(), rule.neededToDecide()))
                        .toList(),
                type.decisionTypes().stream().map(CaseTypeMapper::decisionType).toList(),
                JSON.readValue(type.json(), Map.class));
        mapped.setDescription(type.description().asMap());
        mapped.setValidTo(type.validTo());
        return mapped;
    }

    private static CaseDecisionType decisionType(DecisionType kind) {
        CaseDecisionType mapped = new CaseDecisionType(
                kind.key(),
                kind.name().asMap(),
                CaseDecisionKind.fromValue(kind.kind().code()),
                kind.fourEyes(),
                kind.presentation(),
                kind.appealable(),
                kind.outcomes().stream()
                        .map(each -> new CaseOutcome(
                                each.key(), each.outcome(), each.name().asMap()))
                        .toList());
        mapped.setAppealInstance(
                kind.appealInstanceName() == null
                        ? null
                        : kind.appealInstanceName().asMap());
        return mapped;
    }

    private static List<CaseChannel> channels(CaseType type) {
        return type.channels().stream().map(CaseChannel::fromValue).toList();
    }

    private static RegisterShown shown(CaseType type) {
        return RegisterShown.fromValue(type.publicMode().name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable UserRef person(@Nullable UUID id, Map<UUID, Account> people) {
        Account account = id == null ? null : people.get(id);
        return account == null ? null : AccessMapper.userRef(account.id(), account.displayName(), account.title());
    }
}
