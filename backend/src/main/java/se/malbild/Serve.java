// SPDX-License-Identifier: EUPL-1.2
package se.malbild;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.malbild.access.authority.Authorities;
import se.malbild.cases.register.NumberChecking;
import se.malbild.demo.Demo;
import se.malbild.platform.db.UnfitDatabaseException;

/** {@code serve [--fresh] [--demo] [--port N] [--spa DIR] [--once]}: the service, with its own database unless one is given. */
final class Serve {
    /** Exit code that means: the service runs on. */
    static final int KEEPS_RUNNING = -1;

    private static final int DEFAULT_PORT = 8080;
    private static final String FIRST_ADMINISTRATOR = "admin";

    private Serve() {}

    static int run(String[] arguments) throws IOException {
        long started = System.nanoTime();
        List<String> options = Arrays.asList(arguments);
        Path data = Installation.dataDirectory();
        if (options.contains("--fresh")) {
            deleteTree(data);
        }
        Installation installation;
        try {
            installation = Installation.open(data);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            return 2;
        }
        long databaseReady = System.nanoTime();
        Map<String, Object> settings = new HashMap<>(installation.settings());
        int port = freePort(value(options, "--port").map(Integer::parseInt).orElse(DEFAULT_PORT));
        settings.put("micronaut.server.port", port);
        value(options, "--spa")
                .ifPresent(folder -> settings.put(
                        "malbild.spa", Path.of(folder).toAbsolutePath().toString()));
        ApplicationContext context;
        try {
            context = ApplicationContext.builder()
                    .banner(false)
                    .properties(settings)
                    .start();
        } catch (RuntimeException e) {
            UnfitDatabaseException unfit = UnfitDatabaseException.in(e);
            if (unfit == null) {
                throw e;
            }
            System.err.println(unfit.getMessage());
            installation.close();
            return 2;
        }
        Thread stop = new Thread(() -> close(context, installation), "stop-service");
        Runtime.getRuntime().addShutdownHook(stop);
        DemoRun demo = new DemoRun(context.getBean(Demo.class));
        DemoRun.Outcome outcome = demo.prepare(options.contains("--demo"), !Installation.databaseIsGiven());
        if (outcome == DemoRun.Outcome.START_OVER) {
            Runtime.getRuntime().removeShutdownHook(stop);
            close(context, installation);
            deleteTree(data);
            return run(arguments);
        }
        if (outcome == DemoRun.Outcome.REFUSED) {
            return 2;
        }
        // Before the first registration: after a restore no number may be given out again (CASES §5).
        context.getBean(NumberChecking.class).atStart();
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        firstAdministrator(context);
        System.out.printf(
                "Målbild is ready at http://localhost:%d (start %d ms, of which database %d ms)%n",
                server.getPort(), (System.nanoTime() - started) / 1_000_000, (databaseReady - started) / 1_000_000);
        demo.printWaysIn("http://localhost:" + server.getPort());
        return options.contains("--once") ? 0 : KEEPS_RUNNING;
    }

    /** The service first, so that what is under way can finish; then its database. */
    private static void close(ApplicationContext context, Installation installation) {
        context.close();
        installation.close();
    }

    private static void firstAdministrator(ApplicationContext context) {
        Authorities authorities = context.getBean(Authorities.class);
        if (authorities.all().isEmpty()) {
            Authorities.Added added = authorities.add("Min myndighet", "My authority", "MYN", FIRST_ADMINISTRATOR);
            System.out.printf(
                    "First sign-in: name %s, one-time password %s%n", FIRST_ADMINISTRATOR, added.oneTimePassword());
        }
    }

    private static java.util.Optional<String> value(List<String> options, String name) {
        int at = options.indexOf(name);
        return at < 0 || at + 1 >= options.size()
                ? java.util.Optional.empty()
                : java.util.Optional.of(options.get(at + 1));
    }

    /** The wanted port, or the next free one above it. */
    private static int freePort(int wanted) throws IOException {
        for (int port = wanted; port < wanted + 100; port++) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        throw new IOException("no free port from " + wanted);
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> tree = Files.walk(root)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
