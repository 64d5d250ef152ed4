// SPDX-License-Identifier: EUPL-1.2
package se.malbild.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code bench [NAME…] [--json]}: runs the named measurements, or all of them in order; {@code --json} ends with one line of JSON. */
public final class Bench {
    private static final Map<String, Measurement> ALL = new LinkedHashMap<>();

    static {
        ALL.put("friction", new FrictionBench());
        ALL.put("import", new ImportBench());
        ALL.put("start", new StartBench());
        ALL.put("api", new ApiBench());
        ALL.put("workshop", new WorkshopBench());
        ALL.put("scorecard", new ScorecardBench());
        ALL.put("volume", new VolumeBench());
    }

    private Bench() {}

    /** One measurement: prints as it goes and gives its figures by name. */
    @FunctionalInterface
    interface Measurement {
        Map<String, Object> run() throws Exception;
    }

    /** Exit 0, 1 when a measurement failed, or 2 for a name that does not exist. */
    public static void main(String[] arguments) {
        // The migrations library speaks through java.util.logging.
        Logger.getLogger("").setLevel(Level.WARNING);
        List<String> names = new ArrayList<>(Arrays.asList(arguments));
        boolean json = names.remove("--json");
        if (!ALL.keySet().containsAll(names)) {
            System.err.println("Usage: ./malbild bench [" + String.join("|", ALL.keySet()) + "] [--json]");
            System.exit(2);
        }
        try {
            Map<String, Object> figures = new LinkedHashMap<>();
            for (String name : names.isEmpty() ? ALL.keySet() : names) {
                System.out.println("bench " + name);
                figures.put(name, Objects.requireNonNull(ALL.get(name)).run());
            }
            if (json) {
                System.out.println(text(figures));
            }
            System.exit(0);
        } catch (Exception e) {
            // The service's own threads would keep the process alive.
            e.printStackTrace(System.err);
            System.exit(1);
        }
    }

    /** Prints one figure with its unit. */
    static void tell(String what, double value, String unit) {
        System.out.printf("  %-58s %,14.1f %s%n", what, value, unit);
    }

    /** Prints why something is not measured. */
    static void tellMissing(String what) {
        System.out.println("  not measured: " + what);
    }

    static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Rounded to one decimal, as it goes into the JSON. */
    static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> fields = new ArrayList<>();
            map.forEach((name, each) -> fields.add("\"" + name + "\":" + text(each)));
            return "{" + String.join(",", fields) + "}";
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : "\"" + value + "\"";
    }
}
