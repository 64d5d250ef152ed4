// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * {@code model check FILE} tells everything that is wrong with a model file; {@code model convert FILE TO} writes it in the format that
 * the name {@code TO} ends with. Exit 0, 1 where the file has faults, 2 where the command is misused or a file cannot be opened.
 */
public final class ModelCommand {
    private static final int FAULTY = 1;
    private static final int MISUSED = 2;
    private static final String USAGE =
            "Usage: ./malbild model check FILE | ./malbild model convert FILE TO.yaml|TO.json|TO.xlsx";

    private ModelCommand() {}

    /** Runs the command; what was found goes to {@code out}, everything else to {@code err}. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        boolean check = arguments.length == 2 && arguments[0].equals("check");
        boolean convert = arguments.length == 3 && arguments[0].equals("convert");
        if (!check && !convert) {
            err.println(USAGE);
            return MISUSED;
        }
        Path file = Path.of(arguments[1]);
        try {
            ModelFile.Read read = ModelFile.read(Files.readAllBytes(file));
            read.faults().forEach(fault -> out.println(line(file, fault)));
            Map<String, Object> document = read.document();
            if (document == null) {
                return FAULTY;
            }
            if (convert) {
                return write(document, Path.of(arguments[2]), err);
            }
            out.printf("%s: a sound model, %s %s%n", file.getFileName(), document.get("id"), document.get("version"));
            return 0;
        } catch (NoSuchFileException e) {
            err.println("There is no file " + file);
        } catch (IOException e) {
            err.println(file + " could not be read: " + e.getMessage());
        }
        return MISUSED;
    }

    private static int write(Map<String, Object> document, Path to, PrintStream err) {
        Optional<ModelFormat> format = ModelFormat.ofFile(to.getFileName().toString());
        if (format.isEmpty()) {
            err.println(USAGE);
            return MISUSED;
        }
        try {
            Files.write(to, format.get().write(document), StandardOpenOption.CREATE_NEW);
            return 0;
        } catch (FileAlreadyExistsException e) {
            err.println(to + " already exists. Give another name.");
        } catch (IOException e) {
            err.println(to + " could not be written: " + e.getMessage());
        }
        return MISUSED;
    }

    /** {@code model.yaml:26:11: error M011 criteria[1].code: …}, as compilers tell. */
    private static String line(Path file, Fault fault) {
        Element.Place place = fault.place();
        String cell = place.cell();
        String where = cell != null ? ":" + cell : place.line() > 0 ? ":" + place.line() + ":" + place.column() : "";
        return "%s%s: %s %s%s: %s"
                .formatted(
                        file.getFileName(),
                        where,
                        fault.warning() ? "warning" : "error",
                        fault.code().written(),
                        fault.path().isEmpty() ? "" : " " + fault.path(),
                        fault.en());
    }
}
