// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.api.model.BulkAct;
import se.malbild.api.model.BulkActKind;
import se.malbild.api.model.BulkItem;
import se.malbild.api.model.BulkOutcome;
import se.malbild.api.model.BulkPreview;
import se.malbild.api.model.BulkPreviewItem;
import se.malbild.api.model.CaseSelectionFilter;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseLists;
import se.malbild.cases.CaseState;
import se.malbild.platform.Text;

/** Acts on many cases ↔ the contract's. */
final class BulkMapper {
    private BulkMapper() {}

    static BulkCommand command(se.malbild.api.model.BulkCommand wanted) {
        return new BulkCommand(
                BulkCommand.Kind.of(wanted.getAct().getValue()),
                wanted.getUnitId(),
                wanted.getOfficerId(),
                wanted.getPriority(),
                wanted.getReason());
    }

    static CaseLists.@Nullable Filter filter(@Nullable CaseSelectionFilter wanted) {
        if (wanted == null) {
            return null;
        }
        Set<CaseState> states = EnumSet.noneOf(CaseState.class);
        if (wanted.getState() != null) {
            wanted.getState().forEach(each -> states.add(CaseState.of(each.getValue())));
        }
        return new CaseLists.Filter(
                states,
                Boolean.TRUE.equals(wanted.getOpenOnly()),
                wanted.getOfficer(),
                Boolean.TRUE.equals(wanted.getMine()),
                wanted.getUnit(),
                wanted.getCaseType(),
                wanted.getQuery());
    }

    static BulkAct act(BulkActs.Standing standing) {
        BulkRepository.Row row = standing.row();
        BulkRepository.Tally tally = standing.tally();
        return new BulkAct(
                row.id(),
                BulkActKind.fromValue(row.act()),
                row.jobId(),
                tally.total(),
                tally.done(),
                tally.refused(),
                AccessMapper.time(row.createdAt()));
    }

    static BulkPreview preview(BulkActs.Preview preview) {
        List<BulkPreviewItem> items =
                preview.tried().stream().map(BulkMapper::rehearsed).toList();
        return new BulkPreview(
                preview.total(),
                items.size(),
                (int) items.stream().filter(BulkPreviewItem::getPossible).count(),
                items);
    }

    private static BulkPreviewItem rehearsed(BulkActs.Rehearsed each) {
        BulkPreviewItem mapped = new BulkPreviewItem(each.caseId(), each.hindrance() == null);
        CaseFile file = each.file();
        mapped.setNumber(file == null ? null : file.number().display());
        mapped.setSubject(file == null ? null : file.subject());
        mapped.setReason(text(each.hindrance()));
        return mapped;
    }

    static BulkItem item(BulkRepository.Item item, @Nullable CaseFile file) {
        BulkItem mapped = new BulkItem(item.position(), item.caseId(), BulkOutcome.fromValue(item.outcome()));
        mapped.setNumber(file == null ? null : file.number().display());
        mapped.setSubject(file == null ? null : file.subject());
        mapped.setReason(text(item.reason()));
        return mapped;
    }

    private static @Nullable Map<String, String> text(@Nullable Text text) {
        return text == null ? null : text.asMap();
    }

    static List<UUID> cases(List<BulkRepository.Item> items) {
        return items.stream().map(BulkRepository.Item::caseId).toList();
    }
}
