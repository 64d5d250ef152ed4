// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.store;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Which files rows refer to. By convention a column that holds the address of a file is named {@code sha256} or ends with
 * {@code _sha256}; it is found in the schema itself, so that no feature can forget to say so. Jobs under way name files in their input.
 */
@Singleton
class FileUseRepository {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

    private final Jdbi jdbi;

    FileUseRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A column that holds addresses. */
    public record Place(String tableName, String columnName, String dataType) {}

    Set<String> inUse(UUID authority) {
        return jdbi.withHandle(handle -> {
            Set<String> used = new HashSet<>();
            for (Place place : places(handle)) {
                String value = place.dataType().endsWith("binary")
                        ? "LOWER(HEX(" + place.columnName() + "))"
                        : place.columnName();
                used.addAll(handle.createQuery("SELECT DISTINCT " + value + " FROM " + place.tableName()
                                + " WHERE authority_id = :authority AND " + place.columnName() + " IS NOT NULL")
                        .bind("authority", authority)
                        .mapTo(String.class)
                        .list());
            }
            handle.createQuery(
                            "SELECT input FROM jobs WHERE authority_id = :authority AND state IN ('queued', 'running')")
                    .bind("authority", authority)
                    .mapTo(String.class)
                    .forEach(input -> addAddresses(input, used));
            return used;
        });
    }

    private static List<Place> places(Handle handle) {
        List<Place> found = handle.createQuery("""
                SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns c
                 WHERE c.table_schema = DATABASE() AND (c.column_name = 'sha256' OR c.column_name LIKE '%\\_sha256')""").mapTo(Place.class).list();
        for (Place place : found) {
            if (!NAME.matcher(place.tableName()).matches()
                    || !NAME.matcher(place.columnName()).matches()) {
                throw new IllegalStateException("unexpected name in the schema: " + place);
            }
        }
        return found;
    }

    private static void addAddresses(String text, Set<String> used) {
        for (Matcher matcher = ADDRESS.matcher(text); matcher.find(); ) {
            used.add(matcher.group());
        }
    }
}
