// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.user.Account;
import se.malbild.cases.CaseCondition;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseRepository;
import se.malbild.cases.CaseScope;
import se.malbild.cases.Colleagues;

/**
 * The reminders to somebody, as far as the person may still see the cases. An emergency opening is told of also where the case is closed to
 * the person: then by its number alone.
 */
@Singleton
class NoticeBoard {
    private final NoticeRepository notices;
    private final CaseRepository cases;
    private final Colleagues colleagues;

    NoticeBoard(NoticeRepository notices, CaseRepository cases, Colleagues colleagues) {
        this.notices = notices;
        this.cases = cases;
        this.colleagues = colleagues;
    }

    /**
     * A reminder and its case.
     *
     * @param numberOnly whether nothing but the number of the case is shown
     */
    record Shown(NoticeRepository.Notice notice, CaseFile file, boolean numberOnly) {}

    /**
     * A page.
     *
     * @param last the last one read, where there are more
     */
    record Page(List<Shown> notices, Map<UUID, Account> people, NoticeRepository.@Nullable Notice last) {}

    /** The reminders not put away, newest first; a page may hold fewer where cases are closed to the person. */
    Page page(Caller caller, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        List<NoticeRepository.Notice> found =
                notices.unread(caller.authorityId(), caller.userId(), before, beforeId, limit + 1);
        List<NoticeRepository.Notice> read = found.subList(0, Math.min(limit, found.size()));
        Map<UUID, CaseFile> seen = new HashMap<>();
        cases.some(
                        CaseCondition.visible(CaseScope.of(caller)),
                        read.stream()
                                .map(NoticeRepository.Notice::caseId)
                                .distinct()
                                .toList())
                .forEach(file -> seen.put(file.id(), file));
        Map<UUID, CaseFile> told = new HashMap<>();
        cases.some(
                        CaseCondition.visible(CaseScope.ofWholeAuthority(caller.authorityId())),
                        read.stream()
                                .filter(notice -> notice.openingId() != null && !seen.containsKey(notice.caseId()))
                                .map(NoticeRepository.Notice::caseId)
                                .distinct()
                                .toList())
                .forEach(file -> told.put(file.id(), file));
        List<Shown> shown = read.stream()
                .filter(notice -> seen.containsKey(notice.caseId())
                        || notice.openingId() != null && told.containsKey(notice.caseId()))
                .map(notice -> {
                    CaseFile file = seen.get(notice.caseId());
                    return file == null
                            ? new Shown(notice, Objects.requireNonNull(told.get(notice.caseId())), true)
                            : new Shown(notice, file, false);
                })
                .toList();
        Map<UUID, Account> people = colleagues.named(
                caller.authorityId(),
                read.stream()
                        .flatMap(notice -> Stream.of(notice.fromId(), notice.onBehalfOf()))
                        .filter(Objects::nonNull)
                        .toList());
        return new Page(shown, people, found.size() > limit ? read.getLast() : null);
    }
}
