// SPDX-License-Identifier: EUPL-1.2
package se.malbild.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import se.malbild.demo.DemoLogins;
import tools.jackson.databind.JsonNode;

/**
 * Registers cases from many writers, kills the service or its database or both with SIGKILL in the middle, starts again and asks for what
 * was promised: nothing that was answered is lost, nothing that was sent twice is there twice, no case is without its events, no number is
 * missing or used twice, and every chain verifies. An event log whose reading is cut off in between is there whole in the end, or not at
 * all with a reason.
 */
public final class CrashDrill implements AutoCloseable {
    private static final String CASE_TYPE = "vattenverksamhet-anmalan";

    private final Path data;
    private final int port;
    private final int writers;
    private final SplittableRandom random;
    /** Key of each request that was answered 201 → identity of its case. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    /** Keys of requests whose answer never came. */
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    private final Map<String, Map<String, Object>> sent = new ConcurrentHashMap<>();
    private ChildService service;
    private final ImportUnderCrash imports;

    /** @param data an empty scratch directory */
    public CrashDrill(Path data, int port, int writers, long seed) {
        this.data = data;
        this.port = port;
        this.writers = writers;
        this.random = new SplittableRandom(seed);
        this.imports = new ImportUnderCrash(seed);
        this.service = ChildService.start(data, port, List.of("malbild.demo.cases=12"), "--demo");
    }

    /**
     * What was found after all rounds; all but the first two must be zero.
     *
     * @param acknowledged registrations that were answered
     * @param lost of these gone or with another identity
     * @param twice requests that made more than one case
     * @param withoutEvents cases whose history does not begin with receipt and registration
     * @param holes numbers that are missing or used twice
     * @param halfImported event logs that are there without all their events, or twice, or whose job never ended
     * @param brokenChains 1 if {@code audit verify} found anything
     */
    public record Figures(
            int rounds,
            int acknowledged,
            int lost,
            int twice,
            int withoutEvents,
            int holes,
            int halfImported,
            int brokenChains) {
        /** Whether every promise was kept. */
        public boolean clean() {
            return lost + twice + withoutEvents + holes + halfImported + brokenChains == 0;
        }
    }

    /** Strikes each of the victims in turn, then looks at everything. */
    public Figures run(List<ChildService.Victim> victims) {
        try {
            for (ChildService.Victim victim : victims) {
                round(victim);
            }
            return verify(victims.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void round(ChildService.Victim victim) throws IOException {
        Instant began = Instant.now().minusSeconds(60);
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
                DrillClient registrar = signIn()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                running.add(pool.submit(() -> write(registrar, began, enough)));
            }
            awaitAnswers(acknowledged.size() + 2 * writers);
            Thread.sleep(random.nextInt(50, 600));
            if (victim != ChildService.Victim.DATABASE) {
                imports.begin(service.root());
            }
            service.kill(victim);
            if (victim == ChildService.Victim.DATABASE) {
                // The service lives on, answers 503 until its database is back, and goes on by itself.
                awaitAnswers(acknowledged.size() + 2 * writers);
            }
            enough.set(true);
            for (Future<?> each : running) {
                each.get(120, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
        if (victim != ChildService.Victim.DATABASE) {
            service = ChildService.start(data, port, List.of());
        }
        repeatUnanswered();
    }

    private void awaitAnswers(int wanted) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (acknowledged.size() < wanted) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("only %d of %d registrations were answered within a minute"
                        .formatted(acknowledged.size(), wanted));
            }
            Thread.sleep(10);
        }
    }

    private void write(DrillClient registrar, Instant received, AtomicBoolean enough) {
        while (!enough.get()) {
            String key = UUID.randomUUID().toString();
            Map<String, Object> item = item(key, received);
            sent.put(key, item);
            try {
                DrillClient.Answer answer = registrar.post("/cases", key, item);
                if (answer.status() == 201) {
                    acknowledged.put(key, DrillClient.json(answer).path("id").asString());
                } else {
                    unanswered.add(key);
                    if (answer.status() != 503) {
                        throw new IllegalStateException(
                                "a registration was answered " + answer.status() + ": " + answer.body());
                    }
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
            } catch (IOException cutOff) {
                unanswered.add(key);
                return;
            }
        }
    }

    /** What a client does that got no answer: the same request with the same key. */
    private void repeatUnanswered() throws IOException {
        try (DrillClient registrar = signIn()) {
            for (String key : Set.copyOf(unanswered)) {
                Map<String, Object> item = Objects.requireNonNull(sent.get(key));
                DrillClient.Answer answer = registrar.post("/cases", key, item);
                if (answer.status() != 201) {
                    throw new IllegalStateException(
                            "a repeated registration was answered " + answer.status() + ": " + answer.body());
                }
                acknowledged.put(key, DrillClient.json(answer).path("id").asString());
                unanswered.remove(key);
            }
        }
    }

    private Figures verify(int rounds) throws IOException {
        Map<String, List<String>> byKey = new HashMap<>();
        Map<String, TreeSet<Integer>> serials = new HashMap<>();
        Set<String> all = new HashSet<>();
        int doubles = 0;
        int withoutEvents = 0;
        try (DrillClient registrar = signIn()) {
            for (JsonNode each : everyCase(registrar)) {
                String id = each.path("id").asString();
                String[] number = each.path("number").asString().split("-");
                all.add(id);
                doubles += serials.computeIfAbsent(number[2], year -> new TreeSet<>())
                                .add(Integer.parseInt(number[1]))
                        ? 0
                        : 1;
                String subject = each.path("subject").asString();
                if (sent.containsKey(subject)) {
                    byKey.computeIfAbsent(subject, key -> new ArrayList<>()).add(id);
                    withoutEvents += hasItsEvents(registrar, id) ? 0 : 1;
                }
            }
        }
        int lost = (int) acknowledged.entrySet().stream()
                .filter(each -> !all.contains(each.getValue())
                        || !byKey.getOrDefault(each.getKey(), List.of()).contains(each.getValue()))
                .count();
        int twice =
                (int) byKey.values().stream().filter(cases -> cases.size() > 1).count();
        int holes = doubles
                + serials.values().stream()
                        .mapToInt(year -> year.last() - year.size())
                        .sum();
        int halfImported = imports.halfImported(service.root());
        service.close();
        int broken = ChildService.run(data, "audit", "verify") == 0 ? 0 : 1;
        return new Figures(rounds, acknowledged.size(), lost, twice, withoutEvents, holes, halfImported, broken);
    }

    private static List<JsonNode> everyCase(DrillClient registrar) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = DrillClient.json(registrar.get("/cases?limit=200" + after));
            page.path("items").forEach(all::add);
            after = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        return all;
    }

    private static boolean hasItsEvents(DrillClient registrar, String id) throws IOException {
        List<String> activities = DrillClient.json(registrar.get("/cases/" + id + "/events?limit=200"))
                .path("items")
                .valueStream()
                .map(event -> event.path("activity").asString())
                .toList();
        return activities.contains("ItemReceived")
                && activities.contains("CaseRegistered")
                && activities.contains("RecordAdded");
    }

    private DrillClient signIn() throws IOException {
        return new DrillClient(service.root(), DemoLogins.of("registrator"), DemoLogins.PASSWORD);
    }

    /** What comes in; the key stands as its subject, so that a case can be told from every other. */
    private static Map<String, Object> item(String key, Instant received) {
        return Map.of(
                "caseTypeKey",
                CASE_TYPE,
                "subject",
                key,
                "publicSubject",
                "Övning",
                "channel",
                "email",
                "receivedAt",
                received.toString(),
                "recordTitle",
                "Anmälan");
    }

    /** How many readings of an event log were under way when the service was killed. */
    public int importsCutOff() {
        return imports.cutOff();
    }

    @Override
    public void close() {
        service.close();
    }
}
