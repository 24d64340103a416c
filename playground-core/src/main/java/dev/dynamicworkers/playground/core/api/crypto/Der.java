package dev.dynamicworkers.playground.core.api.crypto;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// The few elements of ASN.1 that keys are made of, in their distinguished encoding.
///
/// @param tag its first byte
/// @param content what is behind its length
record Der(int tag, byte[] content) {
    private static final int SEQUENCE = 0x30;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;

    /// Algorithm of RSA keys, with its absent parameters.
    static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    /// Version 0 of a private key.
    static final byte[] VERSION = {2, 1, 0};

    /// Reads elements that stand one behind the other.
    ///
    /// @throws IllegalArgumentException when they are not whole
    static List<Der> read(byte[] bytes) {
        List<Der> elements = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            if (at + 2 > bytes.length) {
                throw new IllegalArgumentException("an element of ASN.1 ends too early");
            }
            int tag = bytes[at] & 0xff;
            int length = bytes[at + 1] & 0xff;
            at += 2;
            if (length > 0x80) {
                int count = length & 0x7f;
                if (count > 3 || at + count > bytes.length) {
                    throw new IllegalArgumentException("an element of ASN.1 is too long");
                }
                length = 0;
                for (int i = 0; i < count; i++) {
                    length = length << 8 | bytes[at++] & 0xff;
                }
            }
            if (at + length > bytes.length) {
                throw new IllegalArgumentException("an element of ASN.1 ends too early");
            }
            elements.add(new Der(tag, Arrays.copyOfRange(bytes, at, at + length)));
            at += length;
        }
        return elements;
    }

    /// The elements within a sequence that is all there is.
    static List<Der> sequence(byte[] bytes) {
        List<Der> outer = read(bytes);
        if (outer.size() != 1 || outer.get(0).tag != SEQUENCE) {
            throw new IllegalArgumentException("a sequence of ASN.1 is expected");
        }
        return read(outer.get(0).content);
    }

    byte[] encoded() {
        return of(tag, content);
    }

    static byte[] of(int tag, byte[]... parts) {
        var body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        var result = new ByteArrayOutputStream();
        result.write(tag);
        int size = body.size();
        if (size >= 0x80) {
            int bytes = size > 0xffff ? 3 : size > 0xff ? 2 : 1;
            result.write(0x80 | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                result.write(size >>> 8 * i);
            }
        } else {
            result.write(size);
        }
        result.writeBytes(body.toByteArray());
        return result.toByteArray();
    }

    static byte[] sequenceOf(byte[]... parts) {
        return of(SEQUENCE, parts);
    }

    static byte[] octets(byte[] bytes) {
        return of(OCTET_STRING, bytes);
    }

    static byte[] bits(byte[] bytes) {
        return of(BIT_STRING, new byte[1], bytes);
    }
}
