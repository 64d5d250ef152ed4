// SPDX-License-Identifier: EUPL-1.2
package se.malbild.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jspecify.annotations.Nullable;

/** Writes down which statements the product runs for one request, with what is bound to them, so that a baseline can run the very same. */
final class Recorder implements JdbiPlugin {
    private final List<Statement> statements = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean on;

    /**
     * A statement as it was prepared and run.
     *
     * @param calls what was called on it in order: {@code setString(1, …)}, {@code addBatch()}, {@code execute…()}
     */
    record Statement(String sql, List<Call> calls) {}

    /** One call on a prepared statement. */
    record Call(Method method, Object[] arguments) {}

    /** The work of a request. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static Recorder in(Jdbi jdbi) {
        Recorder recorder = new Recorder();
        jdbi.installPlugin(recorder);
        return recorder;
    }

    /** The statements of that work; those of scheduled work beside it are left out. */
    List<Statement> of(Work work) throws Exception {
        statements.clear();
        on = true;
        try {
            work.run();
        } finally {
            on = false;
        }
        return List.copyOf(statements);
    }

    @Override
    public Connection customizeConnection(Connection connection) {
        boolean inTheBackground = Thread.currentThread().getName().startsWith("scheduled");
        return on && !inTheBackground ? proxy(Connection.class, connection, this::onConnection) : connection;
    }

    private @Nullable Object onConnection(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        Object result = call(connection, method, arguments);
        if (!method.getName().equals("prepareStatement") || arguments == null) {
            return result;
        }
        Statement statement = new Statement((String) arguments[0], new ArrayList<>());
        statements.add(statement);
        return proxy(
                PreparedStatement.class,
                (PreparedStatement) Objects.requireNonNull(result),
                (prepared, called, values) -> {
                    String name = called.getName();
                    if (name.matches(
                            "set(?!MaxRows|QueryTimeout|FetchSize|EscapeProcessing|CursorName|Poolable|LargeMaxRows).*|addBatch|execute.*")) {
                        statement.calls().add(new Call(called, values == null ? new Object[0] : values.clone()));
                    }
                    return call(prepared, called, values);
                });
    }

    @FunctionalInterface
    private interface Handler<T> {
        @Nullable
        Object handle(T target, Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, Handler<T> handler) {
        return type.cast(Proxy.newProxyInstance(
                Recorder.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> handler.handle(target, method, arguments)));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
