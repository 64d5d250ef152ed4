// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that outlived a killed run on the same data. Only a process that really works on this data is stopped. */
record Survivor(Path pidFile, Path home) {
    private static final Logger LOG = LoggerFactory.getLogger(Survivor.class);

    void stop() throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        String text = Files.readString(pidFile).strip();
        Optional<ProcessHandle> found =
                text.matches("\\d{1,10}") ? ProcessHandle.of(Long.parseLong(text)) : Optional.empty();
        if (found.isPresent() && worksOnOurData(found.get())) {
            LOG.info("Stopping the database of an earlier run (process {})", text);
            shutDown(found.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private boolean worksOnOurData(ProcessHandle process) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        return Files.exists(commandLine) && Files.readString(commandLine).contains("--datadir=" + home.resolve("data"));
    }

    private static void shutDown(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(60, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
