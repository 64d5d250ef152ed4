// SPDX-License-Identifier: EUPL-1.2
package se.malbild.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From starting the process to the line that says it is ready, with the quick start's cache as {@code ./malbild run} has it: the first start
 * on an empty folder, then starts on what it left. The launcher says which jar and cache (system properties).
 */
final class StartBench implements Bench.Measurement {
    private static final Pattern READY =
            Pattern.compile("ready at .*\\(start (\\d+) ms, of which database (\\d+) ms\\)");
    private static final int STARTS = 5;
    private static final int PORT = 18169;

    /**
     * One start.
     *
     * @param readyMillis from the start of the process
     * @param backendMillis from when the database answered
     */
    private record Start(double readyMillis, double databaseMillis, double backendMillis) {}

    @Override
    public Map<String, Object> run() throws Exception {
        Path data = Files.createTempDirectory("malbild-bench-start");
        List<Start> starts = new ArrayList<>();
        try {
            for (int i = 0; i <= STARTS; i++) {
                starts.add(start(data));
            }
        } finally {
            delete(data);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        List<Start> later = starts.subList(1, starts.size());
        put(
                figures,
                "first start, on an empty folder",
                "firstStartMillis",
                starts.getFirst().readyMillis());
        put(
                figures,
                "later start: process to ready",
                "secondStartMillis",
                Bench.median(later.stream().map(Start::readyMillis).toList()));
        put(
                figures,
                "later start: its database",
                "databaseMillis",
                Bench.median(later.stream().map(Start::databaseMillis).toList()));
        put(
                figures,
                "later start: backend after the database answers",
                "backendMillis",
                Bench.median(later.stream().map(Start::backendMillis).toList()));
        return figures;
    }

    private static void put(Map<String, Object> figures, String what, String name, double millis) {
        Bench.tell(what, millis, "ms");
        figures.put(name, Bench.rounded(millis));
    }

    private static Start start(Path data) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:disable"));
        String cache = System.getProperty("malbild.bench.aot", "");
        if (!cache.isEmpty()) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("malbild.bench.classpath"),
                "se.malbild.Malbild",
                "serve",
                "--port",
                String.valueOf(PORT)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MALBILD_DATA", data.toString());
        long begun = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Matcher ready = READY.matcher(line);
                if (ready.find()) {
                    double millis = (System.nanoTime() - begun) / 1e6;
                    return new Start(
                            millis,
                            Double.parseDouble(ready.group(2)),
                            Double.parseDouble(ready.group(1)) - Double.parseDouble(ready.group(2)));
                }
            }
            throw new IllegalStateException("the service ended before it was ready");
        } finally {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
