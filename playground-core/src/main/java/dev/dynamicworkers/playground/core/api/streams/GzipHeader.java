package dev.dynamicworkers.playground.core.api.streams;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;

/// Reads the header of a gzip member (RFC 1952) from input that comes in pieces of any size.
final class GzipHeader {
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int FIXED_LENGTH = 10;

    private enum Field {
        FIXED,
        EXTRA_LENGTH,
        EXTRA,
        NAME,
        COMMENT,
        CHECKSUM,
        DONE
    }

    private Field field = Field.FIXED;
    private int flags;
    private int seen;
    private int extraLength;

    /// Consumes what of `input` belongs to the header; returns the index of the first byte behind it.
    int read(byte[] input) {
        int at = 0;
        while (at < input.length && field != Field.DONE) {
            take(input[at++] & 0xFF);
        }
        return at;
    }

    private void take(int b) {
        switch (field) {
            case FIXED -> fixed(b);
            case EXTRA_LENGTH -> {
                extraLength |= b << (8 * seen);
                if (++seen == 2) {
                    enter(extraLength == 0 ? Field.NAME : Field.EXTRA);
                }
            }
            case EXTRA -> {
                if (++seen == extraLength) {
                    enter(Field.NAME);
                }
            }
            case NAME -> {
                if (b == 0) {
                    enter(Field.COMMENT);
                }
            }
            case COMMENT -> {
                if (b == 0) {
                    enter(Field.CHECKSUM);
                }
            }
            case CHECKSUM -> {
                if (++seen == 2) {
                    enter(Field.DONE);
                }
            }
            case DONE -> throw new IllegalStateException("the header is complete");
        }
    }

    private void fixed(int b) {
        boolean valid = switch (seen) {
            case 0 -> b == 0x1F;
            case 1 -> b == 0x8B;
            case 2 -> b == 8;
            case 3 -> (b & 0xE0) == 0;
            default -> true;
        };
        if (!valid) {
            throw GuestThrow.typeError("Decompression failed.");
        }
        if (seen == 3) {
            flags = b;
        }
        if (++seen == FIXED_LENGTH) {
            enter(Field.EXTRA_LENGTH);
        }
    }

    /// Goes to `next`, or past it where the flags say that it is not there.
    private void enter(Field next) {
        seen = 0;
        Field reached = next;
        if (reached == Field.EXTRA_LENGTH && (flags & HAS_EXTRA) == 0) {
            reached = Field.NAME;
        }
        if (reached == Field.NAME && (flags & HAS_NAME) == 0) {
            reached = Field.COMMENT;
        }
        if (reached == Field.COMMENT && (flags & HAS_COMMENT) == 0) {
            reached = Field.CHECKSUM;
        }
        if (reached == Field.CHECKSUM && (flags & HAS_CHECKSUM) == 0) {
            reached = Field.DONE;
        }
        field = reached;
    }
}
