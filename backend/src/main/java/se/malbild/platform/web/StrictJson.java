// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.netty.body.NettyJsonHandler;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.contract.Shape;
import se.malbild.platform.contract.Shapes;
import se.malbild.platform.problem.ProblemException;

/**
 * Reads a JSON body of a type of the contract and holds each value to its kind before it is bound. The binder alone takes a list of one for a
 * text, any word for a truth value, and whatever follows the body; what was meant would then be guessed.
 *
 * @param <T> the type
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
@Consumes(MediaType.APPLICATION_JSON)
class StrictJson<T> implements MessageBodyReader<T> {
    private static final String TYPES = "se.malbild.api.model";
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final NettyJsonHandler<T> binder;
    private final Shapes shapes;

    StrictJson(NettyJsonHandler<T> binder, Shapes shapes) {
        this.binder = binder;
        this.shapes = shapes;
    }

    @Override
    public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
        return type.getType().getPackageName().equals(TYPES);
    }

    @Override
    public T read(Argument<T> type, @Nullable MediaType mediaType, Headers headers, ByteBuffer<?> body) {
        check(type, body.toByteArray());
        return binder.read(type, mediaType, headers, body);
    }

    @Override
    public T read(Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream body) {
        try {
            byte[] whole = body.readAllBytes();
            check(type, whole);
            return binder.read(type, mediaType, headers, new ByteArrayInputStream(whole));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(Argument<T> type, byte[] body) {
        Shape shape = shapes.ofType(type.getType().getSimpleName());
        if (shape == null) {
            return;
        }
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            value(parser, shape);
            if (parser.nextToken() != null) {
                throw refused("", "trailing", "Något följer efter innehållet.", "Something follows the body.");
            }
        } catch (JsonProcessingException malformed) {
            if (String.valueOf(malformed.getOriginalMessage()).startsWith("Duplicate field")) {
                throw refused(
                        "", "duplicate_property", "Ett fält står mer än en gång.", "A field is given more than once.");
            }
            // Otherwise the binder says what is wrong with the text.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void value(JsonParser parser, @Nullable Shape shape) throws IOException {
        JsonToken token = parser.currentToken();
        if (shape == null || token == null || token == JsonToken.VALUE_NULL) {
            skip(parser, token);
            return;
        }
        if (!fits(token, shape.kind())) {
            throw refused(pointer(parser), "wrong_form", "Värdet har fel form.", "The value has the wrong form.");
        }
        if (shape.kind() == Shape.Kind.OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                Shape field = shape.field(parser.currentName());
                parser.nextToken();
                value(parser, field);
            }
        } else if (shape.kind() == Shape.Kind.ARRAY) {
            Shape items = shape.items();
            while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_NULL && items != null && items.kind() != Shape.Kind.ANY) {
                    throw refused(
                            pointer(parser), "wrong_form", "Listan har en tom plats.", "The list has an empty place.");
                }
                value(parser, items);
            }
        } else {
            skip(parser, token);
        }
    }

    private static void skip(JsonParser parser, @Nullable JsonToken token) throws IOException {
        if (token != null && token.isStructStart()) {
            parser.skipChildren();
        }
    }

    private static boolean fits(JsonToken token, Shape.Kind kind) {
        return switch (kind) {
            case ANY -> true;
            case STRING -> token == JsonToken.VALUE_STRING;
            case INTEGER -> token == JsonToken.VALUE_NUMBER_INT;
            case NUMBER -> token.isNumeric();
            case BOOLEAN -> token.isBoolean();
            case ARRAY -> token == JsonToken.START_ARRAY;
            case OBJECT -> token == JsonToken.START_OBJECT;
        };
    }

    /** Where the value stands; for an object or a list the parser already points inside it. */
    private static String pointer(JsonParser parser) {
        JsonPointer at = parser.getParsingContext().pathAsPointer();
        boolean inside = parser.currentToken().isStructStart()
                && parser.getParsingContext().getParent() != null;
        return inside ? parser.getParsingContext().getParent().pathAsPointer().toString() : at.toString();
    }

    private static ProblemException refused(String pointer, String code, String sv, String en) {
        return ProblemException.invalid(pointer, code, sv, en);
    }
}
