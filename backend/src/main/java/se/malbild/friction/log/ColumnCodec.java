// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Columns as compressed bytes and back: numbers as the difference from the one before, in 7-bit groups with the sign folded in
 * (zigzag), strings with their length before; then deflated.
 */
final class ColumnCodec {
    private ColumnCodec() {}

    static byte[] pack(long[] values) {
        Writer out = new Writer();
        out.number(values.length);
        long before = 0;
        for (long value : values) {
            out.signed(value - before);
            before = value;
        }
        return out.deflated();
    }

    static byte[] pack(int[] values) {
        Writer out = new Writer();
        out.number(values.length);
        int before = 0;
        for (int value : values) {
            out.signed((long) value - before);
            before = value;
        }
        return out.deflated();
    }

    /** Strings, null among them too. */
    static byte[] pack(@Nullable String[] values) {
        Writer out = new Writer();
        out.number(values.length);
        for (String value : values) {
            if (value == null) {
                out.number(0);
            } else {
                byte[] text = value.getBytes(StandardCharsets.UTF_8);
                out.number(text.length + 1L);
                out.bytes.writeBytes(text);
            }
        }
        return out.deflated();
    }

    static long[] longs(byte[] packed) {
        Reader in = new Reader(packed);
        long[] values = new long[in.length()];
        long before = 0;
        for (int i = 0; i < values.length; i++) {
            before += in.signed();
            values[i] = before;
        }
        return values;
    }

    static int[] ints(byte[] packed) {
        Reader in = new Reader(packed);
        int[] values = new int[in.length()];
        int before = 0;
        for (int i = 0; i < values.length; i++) {
            before += (int) in.signed();
            values[i] = before;
        }
        return values;
    }

    static @Nullable String[] strings(byte[] packed) {
        Reader in = new Reader(packed);
        @Nullable String[] values = new String[in.length()];
        for (int i = 0; i < values.length; i++) {
            int length = in.length();
            values[i] = length == 0 ? null : in.text(length - 1);
        }
        return values;
    }

    private static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

        void number(long value) {
            long left = value;
            while ((left & ~0x7FL) != 0) {
                bytes.write((int) (left & 0x7F | 0x80));
                left >>>= 7;
            }
            bytes.write((int) left);
        }

        void signed(long value) {
            number(value << 1 ^ value >> 63);
        }

        byte[] deflated() {
            Deflater fast = new Deflater(Deflater.BEST_SPEED);
            ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.size() / 4 + 64);
            try (DeflaterOutputStream out = new DeflaterOutputStream(packed, fast, 1 << 16)) {
                bytes.writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                fast.end();
            }
            return packed.toByteArray();
        }
    }

    private static final class Reader {
        private final byte[] plain;
        private int at;

        Reader(byte[] packed) {
            try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                plain = in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("a column cannot be read", e);
            }
        }

        int length() {
            return Math.toIntExact(number());
        }

        long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = plain[at++];
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        long signed() {
            long folded = number();
            return folded >>> 1 ^ -(folded & 1);
        }

        String text(int length) {
            String text = new String(plain, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }
    }
}
