// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.user.Account;
import se.malbild.api.model.CaseTypeAct;
import se.malbild.api.model.CaseTypeBundleAction;
import se.malbild.api.model.CaseTypeBundleItem;
import se.malbild.api.model.CaseTypeBundlePlan;
import se.malbild.api.model.CaseTypeChange;
import se.malbild.api.model.CaseTypeChangeKind;
import se.malbild.api.model.CaseTypeFault;
import se.malbild.api.model.CaseTypePossibleAct;
import se.malbild.api.model.CaseTypeRef;
import se.malbild.api.model.CaseTypeStatus;
import se.malbild.api.model.CaseTypeVersion;
import se.malbild.api.model.CaseTypeVersionDetail;
import se.malbild.api.model.UserRef;
import se.malbild.platform.Text;
import se.malbild.platform.problem.FieldFault;
import tools.jackson.databind.json.JsonMapper;

/** Versions of case types → the contract's. */
final class CaseTypeVersionMapper {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CaseTypeVersionMapper() {}

    static CaseTypeVersion version(
            CaseTypeStanding.Standing standing,
            @Nullable CaseTypeRow basedOn,
            List<UUID> authors,
            Map<UUID, Account> people) {
        CaseTypeRow row = standing.version().row();
        List<UserRef> names = new ArrayList<>();
        authors.stream().map(id -> person(id, people)).filter(Objects::nonNull).forEach(names::add);
        CaseTypeVersion mapped = new CaseTypeVersion(
                row.version(),
                CaseTypeStatus.fromValue(row.status()),
                standing.version().type().name().asMap(),
                row.validFrom(),
                standing.inForce(),
                AccessMapper.time(row.draftedAt()),
                names);
        mapped.setValidTo(row.validTo());
        mapped.setInForceTo(standing.inForceTo());
        if (basedOn != null) {
            mapped.setBasedOn(ref(basedOn));
        }
        mapped.setDraftedBy(person(row.draftedBy(), people));
        mapped.setChangedAt(row.changedAt() == null ? null : AccessMapper.time(row.changedAt()));
        mapped.setPublishedBy(person(row.publishedBy(), people));
        mapped.setPublishedAt(row.publishedAt() == null ? null : AccessMapper.time(row.publishedAt()));
        mapped.setRetiredBy(person(row.retiredBy(), people));
        mapped.setRetiredAt(row.retiredAt() == null ? null : AccessMapper.time(row.retiredAt()));
        mapped.setRetiredReason(row.retiredReason());
        return mapped;
    }

    private static @Nullable UserRef person(@Nullable UUID id, Map<UUID, Account> people) {
        Account account = id == null ? null : people.get(id);
        return account == null ? null : AccessMapper.userRef(account.id(), account.displayName(), account.title());
    }

    @SuppressWarnings("unchecked")
    static CaseTypeVersionDetail detail(
            CaseTypeRow row, CaseTypeVersion version, List<FieldFault> faults, List<CaseTypePossibleAct> acts) {
        return new CaseTypeVersionDetail(
                row.typeId(),
                row.typeKey(),
                version,
                JSON.readValue(row.configuration(), Map.class),
                faults(faults),
                acts,
                row.revision());
    }

    static CaseTypeRef ref(CaseTypeRow row) {
        return new CaseTypeRef(row.typeId(), row.typeKey(), row.version());
    }

    static CaseTypePossibleAct act(CaseTypeAct act, @Nullable Text hindrance) {
        CaseTypePossibleAct mapped = new CaseTypePossibleAct(act, hindrance == null);
        mapped.setHindrance(hindrance == null ? null : hindrance.asMap());
        return mapped;
    }

    static List<CaseTypeFault> faults(List<FieldFault> faults) {
        return faults.stream()
                .limit(200)
                .map(fault -> new CaseTypeFault(
                        fault.pointer(), fault.code(), fault.message().asMap()))
                .toList();
    }

    static CaseTypeChange change(CaseTypeDiff.Change change) {
        CaseTypeChange mapped = new CaseTypeChange(
                change.section(),
                change.pointer(),
                CaseTypeChangeKind.fromValue(change.kind().name().toLowerCase(Locale.ROOT)));
        mapped.setOf(change.of() == null ? null : change.of().asMap());
        mapped.setBefore(change.before());
        mapped.setAfter(change.after());
        return mapped;
    }

    static CaseTypeBundlePlan plan(CaseTypeBundles.Plan plan) {
        return new CaseTypeBundlePlan(
                plan.token(),
                plan.applicable(),
                plan.items().stream().map(CaseTypeVersionMapper::item).toList());
    }

    private static CaseTypeBundleItem item(CaseTypeBundles.Item item) {
        CaseTypeBundleItem mapped = new CaseTypeBundleItem(
                item.position(),
                CaseTypeBundleAction.fromValue(item.action().name().toLowerCase(Locale.ROOT)),
                faults(item.faults()),
                faults(item.remarks()));
        mapped.setKey(item.key());
        mapped.setName(item.name() == null ? null : item.name().asMap());
        mapped.setBundleVersion(item.bundleVersion());
        mapped.setDraftVersion(item.draftVersion());
        mapped.setCaseTypeId(item.typeId());
        return mapped;
    }
}
