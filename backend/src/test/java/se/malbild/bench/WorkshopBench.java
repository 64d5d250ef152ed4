// SPDX-License-Identifier: EUPL-1.2
package se.malbild.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import se.malbild.maturity.GivenWorkshop;
import se.malbild.testing.TestService;

/**
 * A workshop of a thousand: all join, all listen, all vote within two seconds, and the reveal is timed from the press of the button to each
 * of their streams. Clients and service share the machine; the database is durable. A workshop of thirty is held before it, as the service
 * a workshop meets has been up for a while: the first reveal after a start takes about 0.3 s longer.
 */
final class WorkshopBench implements Bench.Measurement {
    private static final int PARTICIPANTS = 1000;
    private static final int REHEARSING = 30;
    private static final int JOINING_AT_ONCE = 20;
    private static final int ROUNDS = 3;
    private static final long VOTING_MILLIS = 2000;
    private static final long PATIENCE_SECONDS = 60;
    private static final List<String> GROUPS = List.of("ledning", "chefer", "handlaggare");

    private final int port = port();

    private static int port() {
        System.setProperty("malbild.bench", "true");
        return URI.create(TestService.root()).getPort();
    }

    @Override
    public Map<String, Object> run() throws Exception {
        new Rounds(REHEARSING).run();
        Rounds measured = new Rounds(PARTICIPANTS);
        measured.run();
        return measured.figures();
    }

    /** A workshop from the first who joins to the last reveal. */
    private final class Rounds {
        private final int participants;
        private final GivenWorkshop workshop = new GivenWorkshop();
        private final List<Participant> people = new ArrayList<>();
        private final List<Double> reveals = new ArrayList<>();
        private final AtomicInteger acknowledged = new AtomicInteger();
        private int counted;
        private double joinSeconds;
        private double votingSeconds;

        Rounds(int participants) {
            this.participants = participants;
        }

        void run() throws Exception {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                joinSeconds = join(workshop, people, participants);
                people.forEach(Participant::listen);
                for (Participant each : people) {
                    each.await("state");
                }
                for (int round = 1; round <= ROUNDS; round++) {
                    workshop.act(round == 1 ? "start" : "revote").hasStatus(200);
                    votingSeconds = Math.max(votingSeconds, vote(threads, people, round, acknowledged));
                    workshop.act("close").hasStatus(200);
                    counted += workshop.view().at("/progress/voted").asInt();
                    reveal();
                }
            } finally {
                people.forEach(Participant::close);
            }
        }

        private void reveal() throws InterruptedException {
            CountDownLatch told = new CountDownLatch(people.size());
            people.forEach(each -> each.expect("reveal", told));
            long pressed = System.nanoTime();
            workshop.act("reveal").hasStatus(200);
            if (!told.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(told.getCount() + " streams were not told of the reveal");
            }
            people.forEach(each -> reveals.add((each.heardAt() - pressed) / 1e6));
        }

        Map<String, Object> figures() {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("participants", people.size());
            put(figures, "reveal to a participant's stream, median", "revealP50Millis", quantile(reveals, 0.5), "ms");
            put(figures, "reveal to a participant's stream, p99", "revealP99Millis", quantile(reveals, 0.99), "ms");
            put(figures, "votes acknowledged", "votesAcknowledged", acknowledged.get(), "");
            put(figures, "votes acknowledged and not counted", "votesLost", acknowledged.get() - counted, "");
            put(figures, "all have joined", "joinSeconds", joinSeconds, "s");
            put(figures, "all have voted (the slowest round)", "votingSeconds", votingSeconds, "s");
            return figures;
        }
    }

    private static void put(Map<String, Object> figures, String what, String name, double value, String unit) {
        Bench.tell(what, value, unit);
        figures.put(
                name,
                name.startsWith("votesA") || name.startsWith("votesL") ? (Object) (long) value : Bench.rounded(value));
    }

    private double join(GivenWorkshop workshop, List<Participant> people, int participants) throws Exception {
        long start = System.nanoTime();
        List<Callable<Participant>> joining = new ArrayList<>();
        for (int i = 0; i < participants; i++) {
            String group = GROUPS.get(i % GROUPS.size());
            joining.add(() -> new Participant(port, workshop.code, group));
        }
        try (ExecutorService door = Executors.newFixedThreadPool(JOINING_AT_ONCE)) {
            for (Future<Participant> each : door.invokeAll(joining)) {
                people.add(each.get());
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** All vote, each at a moment of its own within two seconds; how long it took until the last one was acknowledged. */
    private static double vote(ExecutorService threads, List<Participant> people, int round, AtomicInteger acknowledged)
            throws Exception {
        long start = System.nanoTime();
        List<Callable<Boolean>> votes = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Participant each = people.get(i);
            long wait = VOTING_MILLIS * i / people.size();
            int level = i % 5 + 1;
            votes.add(() -> {
                Thread.sleep(wait);
                return each.vote(round, level);
            });
        }
        for (Future<Boolean> each : threads.invokeAll(votes)) {
            acknowledged.addAndGet(each.get() ? 1 : 0);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }

    /** A phone: one connection to ask on and one that listens. */
    private static final class Participant {
        private final int port;
        private final Socket asking;
        private final String cookie;
        private final Socket listening;
        private final CountDownLatch first = new CountDownLatch(1);
        private volatile String expected = "";
        private volatile CountDownLatch told = new CountDownLatch(0);
        private volatile long heardAt;

        Participant(int port, String code, String group) throws IOException {
            this.port = port;
            asking = connect(port);
            Answer joined =
                    ask("POST", "/workshop-sessions", "{\"code\":\"" + code + "\",\"group\":\"" + group + "\"}", "");
            if (joined.status() != 201) {
                throw new IllegalStateException("joining answered " + joined.status());
            }
            cookie = joined.cookie();
            listening = connect(port);
        }

        private static Socket connect(int port) throws IOException {
            Socket socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            return socket;
        }

        void listen() {
            Thread.startVirtualThread(() -> {
                try {
                    hear();
                } catch (IOException closed) {
                    // The end of the measurement; a stream that ends before it is missed by the latch.
                }
            });
        }

        private void hear() throws IOException {
            listening
                    .getOutputStream()
                    .write(("GET /api/v1/workshop-sessions/current/events HTTP/1.1\r\nHost: localhost:" + port
                                    + "\r\nAccept: text/event-stream\r\nCookie: " + cookie + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Lines lines = new Lines(listening.getInputStream());
            for (String event = lines.event(); ; event = lines.event()) {
                if (event.equals("state")) {
                    first.countDown();
                }
                if (event.equals(expected)) {
                    heardAt = System.nanoTime();
                    expected = "";
                    told.countDown();
                }
            }
        }

        void await(String event) throws InterruptedException {
            if (!first.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a stream did not begin with " + event);
            }
        }

        void expect(String event, CountDownLatch latch) {
            told = latch;
            expected = event;
        }

        long heardAt() {
            return heardAt;
        }

        boolean vote(int round, int level) throws IOException {
            Answer answer = ask(
                    "PUT",
                    "/workshop-sessions/current/vote",
                    "{\"criterion\":\"AP3\",\"round\":" + round + ",\"level\":" + level
                            + ",\"dontKnow\":false,\"attempt\":1}",
                    "Cookie: " + cookie + "\r\nOrigin: http://localhost:" + port + "\r\n");
            return answer.status() == 200;
        }

        private record Answer(int status, String cookie) {}

        private Answer ask(String method, String path, String body, String headers) throws IOException {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            OutputStream out = asking.getOutputStream();
            String head = method + " /api/v1" + path + " HTTP/1.1\r\nHost: localhost:" + port
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length + "\r\n" + headers
                    + "\r\n";
            byte[] bytes = (head + body).getBytes(StandardCharsets.UTF_8);
            out.write(bytes);
            InputStream in = asking.getInputStream();
            int status = Integer.parseInt(line(in).substring(9, 12));
            String cookie = "";
            long length = 0;
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String lower = line.toLowerCase(Locale.ROOT);
                if (lower.startsWith("set-cookie:")) {
                    cookie = line.substring(11, line.indexOf(';')).strip();
                }
                if (lower.startsWith("content-length:")) {
                    length = Long.parseLong(lower.substring(15).strip());
                }
            }
            in.skipNBytes(length);
            return new Answer(status, cookie);
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the connection was closed");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        void close() {
            try {
                asking.close();
                listening.close();
            } catch (IOException alreadyClosed) {
                // Nothing more is to be had of it.
            }
        }
    }

    /** The names of the events of a stream. It looks at the beginning of each line only: a phone is not what is measured. */
    private static final class Lines {
        private static final String NAME = "event: ";

        private final InputStream in;
        private final byte[] read = new byte[1 << 14];
        private final StringBuilder line = new StringBuilder();
        private int at;
        private int end;

        Lines(InputStream in) {
            this.in = in;
        }

        String event() throws IOException {
            while (true) {
                if (at == end) {
                    at = 0;
                    end = in.read(read);
                    if (end < 0) {
                        throw new IOException("the connection was closed");
                    }
                }
                byte next = read[at++];
                if (next != '\n') {
                    if (line.length() < 30) {
                        line.append((char) next);
                    }
                    continue;
                }
                String begun = line.toString().strip();
                line.setLength(0);
                if (begun.startsWith(NAME)) {
                    return begun.substring(NAME.length());
                }
            }
        }
    }
}
