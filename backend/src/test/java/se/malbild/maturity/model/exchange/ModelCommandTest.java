// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's command for model files, with the model that ships with the product. */
class ModelCommandTest {
    @TempDir
    private Path folder;

    private Path shipped;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void theShippedModelLiesInTheFolder() throws IOException {
        shipped = folder.resolve("model.yaml");
        try (InputStream in = Objects.requireNonNull(
                getClass().getResourceAsStream("/maturity/digital-arendehantering-1.0.0.yaml"))) {
            Files.copy(in, shipped);
        }
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return ModelCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void theModelOfTheProductHasNoFault() {
        assertThat(run("check", shipped.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("model.yaml: a sound model, digital-arendehantering 1.0.0\n");
    }

    @Test
    void aModelGoesThroughAWorkbookAndJsonAndIsTheSame() throws IOException {
        Path book = folder.resolve("model.xlsx");
        Path json = folder.resolve("model.json");
        assertThat(run("convert", shipped.toString(), book.toString())).isZero();
        assertThat(run("convert", book.toString(), json.toString())).isZero();
        assertThat(criteria(json)).isNotEmpty().isEqualTo(criteria(shipped));
    }

    private static List<?> criteria(Path file) throws IOException {
        Map<String, Object> model =
                Objects.requireNonNull(ModelFile.read(Files.readAllBytes(file)).document());
        return (List<?>) Objects.requireNonNull(model.get("criteria"));
    }

    @Test
    void aFaultIsToldByLineAndColumnAndNothingIsWritten() throws IOException {
        Path broken = folder.resolve("broken.yaml");
        String text = Files.readString(shipped);
        Files.writeString(broken, text.replaceFirst("perspective: \"LS\"", "perspective: \"XX\""));
        Path to = folder.resolve("broken.xlsx");
        assertThat(run("convert", broken.toString(), to.toString())).isEqualTo(1);
        int line = 1
                + (int) text.substring(0, text.indexOf("perspective: \"LS\""))
                        .lines()
                        .count();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("broken.yaml:" + (line - 1) + ":")
                .contains("error M020 criteria[0].perspective: XX does not exist.");
        assertThat(to).doesNotExist();
    }

    @Test
    void whatStandsInTheWayIsSaidAndNothingIsWrittenOver() throws IOException {
        assertThat(run("check")).isEqualTo(2);
        assertThat(run(
                        "convert",
                        shipped.toString(),
                        folder.resolve("model.pdf").toString()))
                .isEqualTo(2);
        assertThat(run("check", folder.resolve("none.yaml").toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("There is no file");
        Path there = Files.writeString(folder.resolve("there.json"), "mine");
        assertThat(run("convert", shipped.toString(), there.toString())).isEqualTo(2);
        assertThat(there).hasContent("mine");
    }
}
