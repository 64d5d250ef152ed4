// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.checkpoint;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the database with the checkpoints: finds a chain cut at its end and one that was recomputed from a point before a
 * checkpoint, also where rows and heads were rewritten together; and a checkpoint that is missing, changed or signed by another.
 */
@Singleton
public class CheckpointVerifier {
    private static final int AT_ONCE = 500;
    private static final int MOST_FAULTS = 200;

    private final CheckpointRepository repository;
    private final Checkpoints checkpoints;
    private final CheckpointKey key;

    CheckpointVerifier(CheckpointRepository repository, Checkpoints checkpoints, CheckpointKey key) {
        this.repository = repository;
        this.checkpoints = checkpoints;
        this.key = key;
    }

    /**
     * What was found.
     *
     * @param faults at most 200 sentences; empty = the database bears out every checkpoint
     */
    public record Report(long checkpoints, long heads, List<String> faults) {}

    /** Verifies the checkpoints of all authorities. */
    public Report verify() {
        Walk walk = new Walk();
        repository.authorities().forEach(walk::authority);
        return new Report(walk.files, walk.heads, List.copyOf(walk.faults));
    }

    private final class Walk {
        private final List<String> faults = new ArrayList<>();
        private final List<CheckpointHead> waiting = new ArrayList<>();
        private String where = "";
        private long files;
        private long heads;

        void authority(UUID authority) {
            Map<Integer, Set<String>> hashes = new TreeMap<>(Map.of(0, Set.of(Checkpoints.NONE)));
            Map<String, CheckpointFile.Header> headers = new HashMap<>();
            for (Path file : filesOf(checkpoints.of(authority))) {
                CheckpointFile.Read read = read(authority, file);
                if (read != null) {
                    hashes.computeIfAbsent(read.header().number(), number -> new HashSet<>())
                            .add(read.sha256());
                    headers.put(read.sha256(), read.header());
                }
            }
            headers.values().stream()
                    .filter(header ->
                            !hashes.getOrDefault(header.number() - 1, Set.of()).contains(header.previous()))
                    .forEach(
                            header -> add("authority %s: the checkpoint before number %d is missing or has been changed"
                                    .formatted(authority, header.number())));
            repository.made(authority).stream()
                    .filter(made -> !headers.containsKey(made.sha256()))
                    .forEach(made -> add("authority %s: checkpoint %d of %s is missing or has been changed"
                            .formatted(authority, made.number(), made.madeAt())));
        }

        private CheckpointFile.@Nullable Read read(UUID authority, Path file) {
            files++;
            where = "checkpoint %s of authority %s".formatted(file.getFileName(), authority);
            try {
                CheckpointFile.Read read = CheckpointFile.read(file, key, this::next);
                if (!read.isSigned() || !read.header().authorityId().equals(authority)) {
                    waiting.clear();
                    add(where + ": is not signed by this installation's key, or has been changed");
                    return null;
                }
                compare();
                return read;
            } catch (IllegalArgumentException e) {
                waiting.clear();
                add(where + ": " + e.getMessage());
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void next(CheckpointHead head) {
            heads++;
            waiting.add(head);
            if (waiting.size() >= AT_ONCE) {
                compare();
            }
        }

        private void compare() {
            for (CheckpointHead head : repository.unlike(waiting)) {
                add("%s chain %s, event %d: is gone or another than when it was signed (%s)"
                        .formatted(head.kind(), head.chainId(), head.seq(), where));
            }
            waiting.clear();
        }

        private void add(String sentence) {
            if (faults.size() < MOST_FAULTS) {
                faults.add(sentence);
            }
        }
    }

    private static List<Path> filesOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
