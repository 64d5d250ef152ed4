// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.content;

import java.util.Map;
import java.util.UUID;
import se.malbild.access.user.Account;

/** People as they stand in a report. */
final class People {
    private People() {}

    /** A person by name; a dash where the account is gone. */
    static ReportContent.Person person(Map<UUID, Account> people, UUID id) {
        Account account = people.get(id);
        return account == null
                ? new ReportContent.Person(id, "–", null)
                : new ReportContent.Person(id, account.displayName(), account.title());
    }
}
