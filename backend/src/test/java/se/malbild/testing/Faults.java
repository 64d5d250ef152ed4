// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jspecify.annotations.Nullable;

/** Lets the connection to the database break at a chosen point: before or after the nth statement or commit of a piece of work. */
public final class Faults implements JdbiPlugin {
    private static final Faults INSTALLED = install();
    private static final int NOWHERE = Integer.MAX_VALUE;

    private final AtomicInteger reached = new AtomicInteger();
    private volatile boolean on;
    private volatile int at = NOWHERE;
    private volatile boolean after;

    private Faults() {}

    private static Faults install() {
        Faults faults = new Faults();
        TestService.bean(Jdbi.class).installPlugin(faults);
        return faults;
    }

    /** Does the work with the connection breaking at point {@code n}, counted from 1. */
    public static <T> T at(int n, boolean after, Supplier<T> work) {
        return INSTALLED.run(n, after, work);
    }

    /** Whether the last work came as far as its fault. */
    public static boolean struck() {
        return INSTALLED.reached.get() >= INSTALLED.at;
    }

    private <T> T run(int n, boolean isAfter, Supplier<T> work) {
        reached.set(0);
        at = n;
        after = isAfter;
        on = true;
        try {
            return work.get();
        } finally {
            on = false;
        }
    }

    @Override
    public Connection customizeConnection(Connection connection) {
        boolean inTheBackground = Thread.currentThread().getName().startsWith("scheduled");
        return on && !inTheBackground ? proxy(Connection.class, connection, this::onConnection) : connection;
    }

    private @Nullable Object onConnection(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("commit")) {
            return point(() -> call(connection, method, arguments));
        }
        Object result = call(connection, method, arguments);
        return method.getName().equals("prepareStatement")
                ? proxy(
                        PreparedStatement.class,
                        (PreparedStatement) Objects.requireNonNull(result),
                        (statement, called, values) -> called.getName().startsWith("execute")
                                ? point(() -> call(statement, called, values))
                                : call(statement, called, values))
                : result;
    }

    private @Nullable Object point(Call call) throws Throwable {
        int now = reached.incrementAndGet();
        if (now == at && !after) {
            throw lost();
        }
        Object result = call.run();
        if (now == at) {
            throw lost();
        }
        return result;
    }

    private static SQLException lost() {
        return new SQLException("the connection broke, as the test wants", "08S01");
    }

    /** A call that goes on to the real thing. */
    @FunctionalInterface
    private interface Call {
        @Nullable
        Object run() throws Throwable;
    }

    /** What stands in for a call. */
    @FunctionalInterface
    private interface Handler<T> {
        @Nullable
        Object on(T target, Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static <T> T proxy(Class<T> type, T target, Handler<T> handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> handler.on(target, method, arguments)));
    }
}
