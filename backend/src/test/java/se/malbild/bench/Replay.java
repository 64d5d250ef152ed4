// SPDX-License-Identifier: EUPL-1.2
package se.malbild.bench;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Recorded statements run again with plain JDBC in one transaction, every row and column read. What two recordings of the same request
 * differ in is new each time: identities get fresh ones, numbers count on.
 */
final class Replay {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Far from the numbers the product gives. */
    private static final long FIRST = 1_000_000;

    private final List<Recorder.Statement> statements;
    private final Map<String, String> identities = new HashMap<>();
    private final Map<String, Long> steps = new HashMap<>();
    private final AtomicLong turn = new AtomicLong(FIRST);

    private Replay(List<Recorder.Statement> statements) {
        this.statements = statements;
    }

    /** What is always the same. */
    static Replay of(List<Recorder.Statement> once) {
        return new Replay(once);
    }

    /** What is new each time, told by two recordings. */
    static Replay of(List<Recorder.Statement> once, List<Recorder.Statement> again) {
        Replay replay = new Replay(again);
        if (once.size() != again.size()) {
            throw new IllegalStateException("the request does not run the same statements each time: %d and %d"
                    .formatted(once.size(), again.size()));
        }
        for (int s = 0; s < again.size(); s++) {
            List<Recorder.Call> before = once.get(s).calls();
            List<Recorder.Call> after = again.get(s).calls();
            for (int c = 0; c < after.size(); c++) {
                replay.compare(
                        s + "/" + c, before.get(c).arguments(), after.get(c).arguments());
            }
        }
        return replay;
    }

    private void compare(String place, Object[] before, Object[] after) {
        if (after.length < 2 || after[1] == null || after[1].equals(before[1])) {
            return;
        }
        if (after[1] instanceof String text && UUID_FORM.matcher(text).matches()) {
            identities.put(text, text);
        } else if (after[1] instanceof Number number && before[1] instanceof Number) {
            steps.put(place, number.longValue() - ((Number) before[1]).longValue());
        }
    }

    int statements() {
        return statements.size();
    }

    /** Runs them all and commits. */
    int run(Connection connection) throws SQLException {
        Map<String, String> fresh = new HashMap<>();
        identities.keySet().forEach(id -> fresh.put(id, UUID.randomUUID().toString()));
        long now = turn.incrementAndGet();
        int rows = 0;
        connection.setAutoCommit(false);
        try {
            for (int s = 0; s < statements.size(); s++) {
                rows += run(connection, s, fresh, now);
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
        return rows;
    }

    private int run(Connection connection, int s, Map<String, String> fresh, long now) throws SQLException {
        Recorder.Statement recorded = statements.get(s);
        int rows = 0;
        try (PreparedStatement prepared = connection.prepareStatement(recorded.sql())) {
            for (int c = 0; c < recorded.calls().size(); c++) {
                Recorder.Call call = recorded.calls().get(c);
                Object result = call.method().invoke(prepared, arguments(s + "/" + c, call.arguments(), fresh, now));
                boolean hasRows = result instanceof ResultSet || Boolean.TRUE.equals(result);
                if (hasRows && call.method().getName().startsWith("execute")) {
                    rows += read(result instanceof ResultSet set ? set : prepared.getResultSet());
                }
            }
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private Object[] arguments(String place, Object[] recorded, Map<String, String> fresh, long now) {
        Long step = steps.get(place);
        boolean changes = recorded.length > 1 && (step != null || recorded[1] instanceof String);
        if (!changes) {
            return recorded;
        }
        Object[] arguments = recorded.clone();
        if (step != null) {
            long value = ((Number) recorded[1]).longValue() + step * now;
            arguments[1] = recorded[1] instanceof Integer ? (Object) (int) value : (Object) value;
        } else {
            arguments[1] = fresh.getOrDefault((String) recorded[1], (String) recorded[1]);
        }
        return arguments;
    }

    private static int read(ResultSet set) throws SQLException {
        try (set) {
            int columns = set.getMetaData().getColumnCount();
            List<String> values = new ArrayList<>(columns);
            int rows = 0;
            while (set.next()) {
                values.clear();
                for (int i = 1; i <= columns; i++) {
                    values.add(set.getString(i));
                }
                rows++;
            }
            return rows;
        }
    }
}
