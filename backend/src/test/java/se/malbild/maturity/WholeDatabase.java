// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import se.malbild.testing.TestService;

/** Looks through every table there is. */
final class WholeDatabase {
    private WholeDatabase() {}

    /** Tables with a row of that authority in which the text stands. */
    static List<String> tablesHolding(UUID authority, String text) {
        return TestService.bean(Jdbi.class).withHandle(handle -> {
            List<String> tables = handle.createQuery("""
                    SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t
                        ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
                     WHERE c.table_schema = DATABASE() AND c.column_name = 'authority_id'""").mapTo(String.class).list();
            List<String> found = new ArrayList<>();
            for (String table : tables) {
                boolean holds = handle
                        .createQuery("SELECT * FROM `" + table + "` WHERE authority_id = :id")
                        .bind("id", authority)
                        .mapToMap()
                        .stream()
                        .anyMatch(row -> row.values().stream().anyMatch(value -> holds(value, text)));
                if (holds) {
                    found.add(table);
                }
            }
            return found;
        });
    }

    private static boolean holds(Object value, String text) {
        return value instanceof byte[] bytes
                ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8).contains(text)
                : String.valueOf(value).contains(text);
    }
}
