package dev.assay.history.metrics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Whole numbers in as few bytes as they need: seven bits a byte, the lowest first. */
final class Varint {
    private static final int BITS = 7;
    private static final int MASK = 0x7f;
    private static final int MORE = 0x80;

    private Varint() {}

    static void write(DataOutput out, long value) throws IOException {
        long rest = value;
        while ((rest & ~MASK) != 0) {
            out.writeByte((int) (rest & MASK) | MORE);
            rest >>>= BITS;
        }
        out.writeByte((int) rest);
    }

    static long read(DataInput in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            int read = in.readUnsignedByte();
            value |= (long) (read & MASK) << shift;
            if ((read & MORE) == 0) {
                return value;
            }
        }
        throw new IOException("A number has more bytes than any has");
    }

    /** A number that may be negative: the sign is its lowest bit. */
    static void writeSigned(DataOutput out, long value) throws IOException {
        write(out, value << 1 ^ value >> Long.SIZE - 1);
    }

    static long readSigned(DataInput in) throws IOException {
        long value = read(in);
        return value >>> 1 ^ -(value & 1);
    }
}
