// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class JsonLinesTest {
    @Test
    void areOneObjectEachWhateverTheMessageHolds() throws IOException {
        String line = line("Å \"citat\" \\ rad\nnästa \u0001\u2028 {}", null, "a\tb");

        assertThat(line).endsWith("}\n").hasLineCount(1);
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.path("message").asText()).isEqualTo("Å \"citat\" \\ rad\nnästa \u0001\u2028 a\tb");
        assertThat(json.path("level").asText()).isEqualTo("WARN");
        assertThat(json.path("time").asText()).endsWith("Z");
    }

    @Test
    void saysWhatKindOfFailureAndWhereButNotWhichValuesItQuotes() throws IOException {
        Exception cause = new SQLException("Duplicate entry 'anna.andersson@exempel.example' for key 'user_name'");

        String line = line(
                "Unexpected fault, trace {}", new IllegalStateException("while saving Anna Andersson", cause), "0123");

        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(line).doesNotContainIgnoringCase("anna");
        assertThat(json.path("failure").asText()).isEqualTo("java.lang.IllegalStateException < java.sql.SQLException");
        assertThat(json.path("at").path(0).asText()).contains("JsonLinesTest");
    }

    private static String line(String message, @Nullable Throwable thrown, Object... arguments) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        LoggingEvent event = new LoggingEvent(
                JsonLinesTest.class.getName(),
                context.getLogger("se.malbild.Test"),
                Level.WARN,
                message,
                thrown,
                arguments);
        return new String(new JsonLines().encode(event), StandardCharsets.UTF_8);
    }
}
