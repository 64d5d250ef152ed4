// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line ({@code MALBILD_LOG=json}): time, level, logger, message, trace number, and of a failure its kinds and places.
 * The message of an exception is left out: a database quotes the values it refuses, and those may be about a person.
 */
public final class JsonLines extends EncoderBase<ILoggingEvent> {
    private static final int MOST_FRAMES = 40;

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(256).append('{');
        field(line, "time", Instant.ofEpochMilli(event.getTimeStamp()).toString());
        field(line, "level", event.getLevel().toString());
        field(line, "logger", event.getLoggerName());
        field(line, "thread", event.getThreadName());
        field(line, "message", event.getFormattedMessage());
        field(line, "traceId", event.getMDCPropertyMap().get("traceId"));
        failure(line, event.getThrowableProxy());
        return line.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    // A cause that is the very same object is how a throwable says that it has none.
    @SuppressWarnings("ReferenceEquality")
    private static void failure(StringBuilder line, @Nullable IThrowableProxy thrown) {
        if (thrown == null) {
            return;
        }
        StringBuilder kinds = new StringBuilder(thrown.getClassName());
        IThrowableProxy root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
            kinds.append(" < ").append(root.getClassName());
        }
        field(line, "failure", kinds.toString());
        line.append(",\"at\":[");
        String places = String.join(
                ",",
                Arrays.stream(root.getStackTraceElementProxyArray())
                        .limit(MOST_FRAMES)
                        .map(StackTraceElementProxy::getSTEAsString)
                        .map(place -> quoted(place.replaceFirst("^at ", "")))
                        .toList());
        line.append(places).append(']');
    }

    private static void field(StringBuilder line, String name, @Nullable String value) {
        if (value != null) {
            line.append(line.length() > 1 ? "," : "")
                    .append('"')
                    .append(name)
                    .append("\":")
                    .append(quoted(value));
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(each -> {
            switch (each) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (each < 0x20 || each == 0x2028 || each == 0x2029) {
                        quoted.append("\\u%04x".formatted(each));
                    } else {
                        quoted.append((char) each);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
