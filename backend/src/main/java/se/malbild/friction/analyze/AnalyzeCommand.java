// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.analyze;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.log.LogRefusedException;
import se.malbild.friction.log.XesReader;

/**
 * {@code analyze FILE [--json] [--zone ZONE] [--assume-zone ZONE]}: exit 0, or 2 when the input is refused, with the reason on stderr.
 * {@code --zone} is the local calendar (Europe/Stockholm), {@code --assume-zone} that of times without offset (UTC).
 */
public final class AnalyzeCommand {
    private static final int REFUSED = 2;
    private static final String USAGE = "Usage: ./malbild analyze FILE [--json] [--zone ZONE] [--assume-zone ZONE]";

    private AnalyzeCommand() {}

    /** Runs the command; the figures go to {@code out}, everything else to {@code err}. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        boolean json = false;
        ZoneId zone = ZoneId.of("Europe/Stockholm");
        ZoneId assumed = ZoneId.of("UTC");
        List<String> files = new ArrayList<>();
        try {
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--json" -> json = true;
                    case "--zone" -> zone = ZoneId.of(arguments[++i]);
                    case "--assume-zone" -> assumed = ZoneId.of(arguments[++i]);
                    default -> files.add(arguments[i]);
                }
            }
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            err.println("Not a time zone. " + USAGE);
            return REFUSED;
        }
        if (files.size() != 1 || files.getFirst().startsWith("--")) {
            err.println(USAGE);
            return REFUSED;
        }
        return analyze(Path.of(files.getFirst()), json, zone, assumed, out, err);
    }

    private static int analyze(Path file, boolean json, ZoneId zone, ZoneId assumed, PrintStream out, PrintStream err) {
        try (InputStream in = Files.newInputStream(file)) {
            EventLog log = XesReader.read(in, assumed, events -> {});
            LogFigures figures = LogFigures.of(log, zone);
            if (json) {
                FiguresJson.write(file.getFileName().toString(), figures, out);
            } else {
                FiguresText.write(file.getFileName().toString(), figures, out);
            }
            return 0;
        } catch (LogRefusedException refused) {
            err.println(file.getFileName() + ": " + refused.getMessage());
        } catch (NoSuchFileException missing) {
            err.println("There is no file " + file);
        } catch (IOException unreadable) {
            err.println(file.getFileName() + " could not be read: " + unreadable.getMessage());
        }
        return REFUSED;
    }
}
