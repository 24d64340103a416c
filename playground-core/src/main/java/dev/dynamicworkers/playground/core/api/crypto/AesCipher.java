package dev.dynamicworkers.playground.core.api.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// AES in the modes of Web Crypto. A result of null says that the data did not decrypt.
final class AesCipher {
    private static final int BLOCK = 16;

    private AesCipher() {}

    /// CBC with PKCS#7 padding.
    static byte @Nullable [] cbc(Direction direction, byte[] key, byte[] iv, byte[] data) {
        if (direction == Direction.DECRYPT && data.length == 0) {
            // The JDK takes it for the encryption of nothing, which has a block of padding.
            return null;
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(direction.mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    /// CTR whose counter is the last `counterBits` bits of the block and wraps around within them; null when the
    /// counter would repeat.
    static byte @Nullable [] ctr(byte[] key, byte[] counter, int counterBits, byte[] data) {
        BigInteger modulus = BigInteger.ONE.shiftLeft(counterBits);
        BigInteger start = new BigInteger(1, counter).mod(modulus);
        BigInteger blocks = BigInteger.valueOf((data.length + BLOCK - 1L) / BLOCK);
        if (blocks.compareTo(modulus) > 0) {
            return null;
        }
        BigInteger untilWrap = modulus.subtract(start);
        if (blocks.compareTo(untilWrap) <= 0) {
            return plainCtr(key, counter, data);
        }
        int split = untilWrap.intValueExact() * BLOCK;
        byte[] first = plainCtr(key, counter, Arrays.copyOf(data, split));
        byte[] second =
                plainCtr(key, withoutCounter(counter, counterBits), Arrays.copyOfRange(data, split, data.length));
        byte[] result = Arrays.copyOf(first, data.length);
        System.arraycopy(second, 0, result, split, second.length);
        return result;
    }

    private static byte[] withoutCounter(byte[] counter, int counterBits) {
        byte[] result = counter.clone();
        for (int bit = 0; bit < counterBits; bit++) {
            result[BLOCK - 1 - bit / 8] &= (byte) ~(1 << (bit % 8));
        }
        return result;
    }

    private static byte[] plainCtr(byte[] key, byte[] counter, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CTR is part of every JDK", e);
        }
    }

    /// GCM with the tag behind the ciphertext.
    static byte @Nullable [] gcm(Direction direction, byte[] key, byte[] iv, int tagBits, byte[] extra, byte[] data) {
        int tagBytes = tagBits / 8;
        if (direction == Direction.ENCRYPT) {
            byte[] full = fullGcm(Direction.ENCRYPT, key, iv, extra, data, 128);
            return full == null ? null : Arrays.copyOf(full, data.length + tagBytes);
        }
        if (tagBits >= 96) {
            return fullGcm(Direction.DECRYPT, key, iv, extra, data, tagBits);
        }
        return shortTagGcm(key, iv, tagBytes, extra, data);
    }

    /// The JDK takes no tags under 96 bits: the key stream comes from encrypting zeros, and the tag from encrypting
    /// the result again.
    private static byte @Nullable [] shortTagGcm(byte[] key, byte[] iv, int tagBytes, byte[] extra, byte[] data) {
        int size = data.length - tagBytes;
        byte[] plain = fullGcm(Direction.ENCRYPT, key, iv, new byte[0], new byte[size], 128);
        if (plain == null) {
            return null;
        }
        plain = Arrays.copyOf(plain, size);
        for (int i = 0; i < size; i++) {
            plain[i] ^= data[i];
        }
        byte[] again = fullGcm(Direction.ENCRYPT, key, iv, extra, plain, 128);
        if (again == null || !MessageDigest.isEqual(Arrays.copyOf(again, data.length), data)) {
            return null;
        }
        return plain;
    }

    private static byte @Nullable [] fullGcm(
            Direction direction, byte[] key, byte[] iv, byte[] extra, byte[] data, int tagBits) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(direction.mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(tagBits, iv));
            cipher.updateAAD(extra);
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    /// Key wrapping of RFC 3394.
    static byte @Nullable [] wrap(Direction direction, byte[] key, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
            cipher.init(direction.mode, new SecretKeySpec(key, "AES"));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    /// Which way data goes through a cipher.
    enum Direction {
        ENCRYPT(Cipher.ENCRYPT_MODE),
        DECRYPT(Cipher.DECRYPT_MODE);

        private final int mode;

        Direction(int mode) {
            this.mode = mode;
        }

        /// Mode of a `javax.crypto.Cipher`.
        int mode() {
            return mode;
        }
    }
}
