// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Somebody who listens to a stream of events. */
final class Listening implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Heard> queue = new LinkedBlockingQueue<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** An event. */
    record Heard(String name, String id, JsonNode data) {}

    Listening(String root, String path, String header, String value) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + "/api/v1" + path))
                .header(header, value)
                .header("Accept", "text/event-stream")
                .build();
        Thread.startVirtualThread(() -> listen(request));
    }

    private void listen(HttpRequest request) {
        try {
            hear(client.send(request, HttpResponse.BodyHandlers.ofLines()));
        } catch (IOException | UncheckedIOException closed) {
            lines.add("closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(HttpResponse<Stream<String>> response) {
        if (response.statusCode() != 200) {
            lines.add("status " + response.statusCode());
            return;
        }
        String[] event = {"", "", ""};
        response.body().forEach(line -> {
            lines.add(line);
            if (line.startsWith("event: ")) {
                event[0] = line.substring(7);
            } else if (line.startsWith("id: ")) {
                event[1] = line.substring(4);
            } else if (line.startsWith("data: ")) {
                event[2] += line.substring(6);
            } else if (line.isEmpty() && !event[2].isEmpty()) {
                queue.add(new Heard(event[0], event[1], read(event[2])));
                event[2] = "";
            }
        });
    }

    private static JsonNode read(String data) {
        try {
            return JSON.readTree(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next event that is so; fails after ten seconds. */
    Heard next(Predicate<Heard> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < end) {
            Heard heard = queue.poll(100, TimeUnit.MILLISECONDS);
            if (heard != null && wanted.test(heard)) {
                return heard;
            }
        }
        throw new AssertionError("not heard; so far: " + lines);
    }

    Heard next(String name) throws InterruptedException {
        return next(heard -> heard.name().equals(name));
    }

    /** All that was heard, as it came. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
