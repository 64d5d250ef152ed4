// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.malbild.testing.Shared;

/** Files of models held against what the importer must answer (SCORING §8). */
class ModelFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(Shared.data("maturity/" + file));
    }

    private static ModelFile.Read read(String text) {
        return ModelFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> model(byte[] file) {
        return Objects.requireNonNull(ModelFile.read(file).document(), "the file has faults");
    }

    static Stream<Map.Entry<String, JsonNode>> samples() throws IOException {
        JsonNode expected = JSON.readTree(bytes("external/expected.json"));
        return expected.properties().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void eachSampleGivesExactlyTheFaultsItHas(Map.Entry<String, JsonNode> sample) throws IOException {
        ModelFile.Read read = ModelFile.read(bytes("external/" + sample.getKey()));
        JsonNode expected = sample.getValue();
        assertThat(told(read, false)).isEqualTo(wanted(expected.path("errors")));
        assertThat(told(read, true)).isEqualTo(wanted(expected.path("warnings")));
        assertThat(read.sound()).isEqualTo(expected.path("errors").isEmpty());
        for (String counted : List.of("perspectives", "criteria")) {
            if (expected.has(counted)) {
                assertThat((List<?>) Objects.requireNonNull(read.document()).get(counted))
                        .hasSize(expected.path(counted).asInt());
            }
        }
    }

    private static List<String> told(ModelFile.Read read, boolean warnings) {
        return read.faults().stream()
                .filter(each -> each.warning() == warnings)
                .map(each -> each.code().written() + " " + each.path())
                .toList();
    }

    private static List<String> wanted(JsonNode faults) {
        List<String> wanted = new ArrayList<>();
        faults.forEach(each ->
                wanted.add(each.path("code").asText() + " " + each.path("path").asText()));
        return wanted;
    }

    @Test
    void aWordIsAWordAlsoWhereAnOlderReaderTakesItForATruthValue() throws IOException {
        Map<String, Object> model = model(bytes("external/norway-ok.yaml"));
        assertThat(model.toString())
                .contains("name=No")
                .contains("en=12:30")
                .contains("name=Yes")
                .contains("name=off");
    }

    @Test
    void everyFaultSaysWhereItStandsInTheFile() throws IOException {
        Fault duplicate =
                ModelFile.read(bytes("external/bad-five-errors.yaml")).faults().getFirst();
        assertThat(duplicate.place()).isEqualTo(Element.Place.at(26, 11));
        assertThat(ModelFile.read(bytes("external/bad-duplicate-key.yaml"))
                        .faults()
                        .getFirst()
                        .place()
                        .line())
                .isEqualTo(6);
    }

    @Test
    void theDefaultModelIsTheSameInAllThreeFormats() throws IOException {
        Map<String, Object> model = model(bytes("model-digital-arendehantering.yaml"));
        assertThat(read(ModelText.yaml(model)).document()).isEqualTo(model);
        assertThat(model(JSON.writeValueAsBytes(model))).isEqualTo(model);
        Map<String, Object> inWorkbook = new LinkedHashMap<>(model);
        inWorkbook.remove("eventVocabulary");
        assertThat(model(ModelWorkbook.write(model))).isEqualTo(inWorkbook);
        assertThat(model(bytes("external/sample-default-model.xlsx"))).isEqualTo(inWorkbook);
    }

    @ParameterizedTest
    @ValueSource(strings = {"owasp-samm.yaml", "elixir-rdm.yaml"})
    void aPublishedModelOfOthersComesBackWholeFromAWorkbookAndFromText(String file) throws IOException {
        Map<String, Object> model = model(bytes("external/" + file));
        assertThat(model(ModelWorkbook.write(model))).isEqualTo(model);
        assertThat(read(ModelText.yaml(model)).document()).isEqualTo(model);
    }

    @Test
    void aFaultInAWorkbookIsToldByItsCell() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet criteria = book.newWorksheet("criteria");
            criteria.value(0, 0, "code");
            criteria.value(0, 1, "name.sv");
            criteria.value(1, 0, "aa1");
            criteria.formula(1, 1, "A1+A2");
        }
        ModelFile.Read read = ModelFile.read(out.toByteArray());
        assertThat(read.faults())
                .filteredOn(each -> each.code() == Fault.Code.M013)
                .extracting(each -> each.place().cell())
                .containsExactly("criteria!A2");
        assertThat(read.faults())
                .filteredOn(each -> each.code() == Fault.Code.M060)
                .extracting(each -> each.place().cell())
                .containsExactly("criteria!B2");
    }

    @Test
    void aSheetThatIsNoXmlIsNoModel() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            // The library writes a formula as it is, and a lone ampersand is no XML.
            book.newWorksheet("criteria").formula(0, 0, "A1&A2");
        }
        assertThat(ModelFile.read(out.toByteArray()).faults())
                .extracting(Fault::code)
                .containsExactly(Fault.Code.M001);
    }

    @Test
    void whatIsNoModelIsToldWhereReadingStopped() {
        assertThat(read("schema: [").faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(Fault.Code.M001);
            assertThat(fault.place().line()).isPositive();
        });
        assertThat(read("").faults()).extracting(Fault::code).containsExactly(Fault.Code.M001);
        assertThat(read("bara text").faults()).extracting(Fault::code).containsExactly(Fault.Code.M001);
        assertThat(ModelFile.read(new byte[] {(byte) 0xC3, 0x28}).faults())
                .extracting(Fault::code)
                .containsExactly(Fault.Code.M001);
        assertThat(ModelFile.read(new byte[] {'P', 'K', 3, 4, 9, 9}).faults())
                .extracting(Fault::code)
                .containsExactly(Fault.Code.M001);
        assertThat(read("title: !!java.net.URL [http://localhost]").faults())
                .extracting(Fault::code)
                .contains(Fault.Code.M003);
    }

    @Test
    void aBombIsRefusedBeforeItGrows() throws IOException {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }
        assertThat(read(laughs.toString()).faults()).extracting(Fault::code).containsExactly(Fault.Code.M002);
        assertThat(read("[".repeat(100_000)).faults()).extracting(Fault::code).containsExactly(Fault.Code.M002);
        assertThat(ModelFile.read(new byte[ModelFile.LARGEST + 1]).faults())
                .extracting(Fault::code)
                .containsExactly(Fault.Code.M002);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] empty = new byte[1 << 20];
            for (int i = 0; i < 60; i++) {
                zip.write(empty);
            }
        }
        assertThat(ModelFile.read(out.toByteArray()).faults())
                .extracting(Fault::code)
                .containsExactly(Fault.Code.M002);
    }

    @Test
    void aWorkbookReadsNothingOutsideItself() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in =
                        new ZipInputStream(new ByteArrayInputStream(bytes("external/sample-default-model.xlsx")));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                zip.write((entry.getName().endsWith("sheet1.xml")
                                ? text.replace(
                                                "?><worksheet",
                                                "?><!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet")
                                        .replace("Digital ärendehantering", "&e;")
                                : text)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        ModelFile.Read read = ModelFile.read(out.toByteArray());
        assertThat(read.sound()).isFalse();
    }

    @Test
    void markupIsTakenAwayAndATextThatIsTooLongIsRefused() throws IOException {
        String model = new String(bytes("external/norway-ok.yaml"), StandardCharsets.UTF_8);
        ModelFile.Read marked =
                read(model.replace("title: Plain words", "title: \"Plain <b onclick='x()'>words</b>\""));
        assertThat(marked.document()).containsEntry("title", "Plain words");
        assertThat(told(marked, true)).containsExactly("M042 title");
        ModelFile.Read longer = read(model.replace("title: Plain words", "title: " + "x".repeat(601)));
        assertThat(told(longer, false)).containsExactly("M042 title");
        assertThat(longer.sound()).isFalse();
    }

    @Test
    void anUnknownKeyIsKeptAndToldOf() throws IOException {
        String model = new String(bytes("external/norway-ok.yaml"), StandardCharsets.UTF_8);
        ModelFile.Read read = read(model.replace("licence:", "colour: blue\nlicence:"));
        assertThat(told(read, true)).containsExactly("M070 colour");
        assertThat(read.document()).containsEntry("colour", "blue");
    }
}
