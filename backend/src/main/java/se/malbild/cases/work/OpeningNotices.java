// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import se.malbild.cases.CaseFile;
import se.malbild.platform.Ids;

/** Tells people that a case was opened in an emergency (nödöppning), as a reminder among their others. */
@Singleton
public class OpeningNotices {
    private final NoticeRepository notices;

    OpeningNotices(NoticeRepository notices) {
        this.notices = notices;
    }

    /** Tells each of them; the reason stands in the review, not here. */
    public void tell(CaseFile file, UUID openingId, UUID opener, Collection<UUID> people, Instant at) {
        people.forEach(person -> notices.insert(new NoticeRepository.Notice(
                Ids.next(),
                file.authorityId(),
                person,
                file.id(),
                opener,
                null,
                null,
                null,
                null,
                at,
                openingId,
                false)));
    }

    /** Tells each of them that the review of it is late. */
    public void tellOverdue(CaseFile file, UUID openingId, UUID opener, Collection<UUID> people, Instant at) {
        people.forEach(person -> notices.insert(new NoticeRepository.Notice(
                Ids.next(),
                file.authorityId(),
                person,
                file.id(),
                opener,
                null,
                null,
                null,
                null,
                at,
                openingId,
                true)));
    }
}
