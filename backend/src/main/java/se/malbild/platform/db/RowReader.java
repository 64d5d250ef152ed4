// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of a row one after another, in the order the statement names them. The driver then walks the row once; a column
 * that is read by name is looked up, and one that stands before the last one read makes it begin again.
 */
public final class RowReader {
    private final ResultSet row;
    private int column;

    /** Begins at the first column. */
    public RowReader(ResultSet row) {
        this.row = row;
    }

    /** The next column, which is never null. */
    public String text() throws SQLException {
        return Objects.requireNonNull(row.getString(++column));
    }

    /** The next column. */
    public @Nullable String textOrNull() throws SQLException {
        return row.getString(++column);
    }

    /** The next column, which is never null. */
    public UUID uuid() throws SQLException {
        return UUID.fromString(text());
    }

    /** The next column. */
    public @Nullable UUID uuidOrNull() throws SQLException {
        String text = textOrNull();
        return text == null ? null : UUID.fromString(text);
    }

    /** The next column; 0 where it is null. */
    public int number() throws SQLException {
        return row.getInt(++column);
    }

    /** The next column. */
    public @Nullable Integer numberOrNull() throws SQLException {
        int number = number();
        return row.wasNull() ? null : number;
    }

    /** The next column; 0 where it is null. */
    public long longNumber() throws SQLException {
        return row.getLong(++column);
    }

    /** The next column; false where it is null. */
    public boolean flag() throws SQLException {
        return row.getBoolean(++column);
    }

    /** The next column, which is never null. */
    public LocalDate day() throws SQLException {
        return Objects.requireNonNull(dayOrNull());
    }

    /** The next column. */
    public @Nullable LocalDate dayOrNull() throws SQLException {
        return row.getObject(++column, LocalDate.class);
    }

    /** The next column, which is never null; instants are stored in UTC. */
    public Instant instant() throws SQLException {
        return Objects.requireNonNull(instantOrNull());
    }

    /** The next column; instants are stored in UTC. */
    public @Nullable Instant instantOrNull() throws SQLException {
        LocalDateTime utc = row.getObject(++column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
