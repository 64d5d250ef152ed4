// SPDX-License-Identifier: EUPL-1.2
package se.malbild.drill;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** {@code drill crash [--rounds N] [--seed N]}: exit 0 only when every promise was kept; the last line has the figures. */
public final class DrillCommand {
    private static final int ROUNDS = 3;
    private static final int WRITERS = 16;
    private static final int PORT = 18080;

    private DrillCommand() {}

    /** Runs it in a scratch directory of its own. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) throws IOException {
        List<String> options = List.of(arguments);
        if (options.isEmpty() || !options.getFirst().equals("crash") || options.size() % 2 == 0) {
            err.println("Usage: ./malbild drill crash [--rounds N] [--seed N]");
            return 2;
        }
        int rounds = (int) number(options, "--rounds", ROUNDS);
        long seed = number(options, "--seed", System.nanoTime());
        Path scratch = Files.createTempDirectory("malbild-drill");
        out.printf("Crash drill: %d rounds, seed %d%n", rounds, seed);
        try (CrashDrill drill = new CrashDrill(scratch, PORT, WRITERS, seed)) {
            CrashDrill.Figures figures = drill.run(victims(rounds, seed));
            out.println(figures);
            return figures.clean() ? 0 : 1;
        } finally {
            deleteTree(scratch);
        }
    }

    private static List<ChildService.Victim> victims(int rounds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ChildService.Victim> victims = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            victims.add(ChildService.Victim.values()[random.nextInt(ChildService.Victim.values().length)]);
        }
        return victims;
    }

    private static long number(List<String> options, String name, long otherwise) {
        int at = options.indexOf(name);
        return at < 0 || at + 1 >= options.size() ? otherwise : Long.parseLong(options.get(at + 1));
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
