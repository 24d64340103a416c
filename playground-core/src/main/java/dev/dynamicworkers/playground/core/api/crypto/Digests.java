package dev.dynamicworkers.playground.core.api.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Hash functions and what is built on them alone: HMAC, HKDF, PBKDF2. Names are those of Web Crypto (`SHA-256`,
/// `MD5`).
final class Digests {
    private static final int ROUNDS_BETWEEN_LOOKS = 1024;

    private Digests() {}

    /// A digest in progress.
    ///
    /// @throws IllegalArgumentException when the JDK knows no such function
    static MessageDigest start(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    static byte[] digest(String name, byte[] data) {
        return start(name).digest(data);
    }

    static byte[] hmac(String hash, byte[] key, byte[] data) {
        return mac(hash, key).doFinal(data);
    }

    static Mac mac(String hash, byte[] key) {
        try {
            String name = "Hmac" + (hash.equals("MD5") ? hash : hash.replaceFirst("^SHA-", "SHA"));
            Mac mac = Mac.getInstance(name);
            // An empty key and a key of one zero byte are the same to HMAC, and the JDK refuses the former.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, name));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(hash, e);
        }
    }

    /// RFC 5869; null when more is asked for than the function can give.
    static byte @Nullable [] hkdf(String hash, byte[] key, byte[] salt, byte[] info, int size) {
        int hashSize = start(hash).getDigestLength();
        if (size > 255 * hashSize) {
            return null;
        }
        byte[] extracted = hmac(hash, salt.length == 0 ? new byte[hashSize] : salt, key);
        Mac mac = mac(hash, extracted);
        byte[] result = new byte[size];
        byte[] block = new byte[0];
        int counter = 1;
        for (int at = 0; at < size; at += hashSize) {
            mac.update(block);
            mac.update(info);
            mac.update((byte) counter++);
            block = mac.doFinal();
            System.arraycopy(block, 0, result, at, Math.min(hashSize, size - at));
        }
        return result;
    }

    /// RFC 8018. The JDK's own takes passwords of characters only, and these are bytes.
    ///
    /// @param look is asked now and then whether to go on, and throws if not
    static byte[] pbkdf2(String hash, byte[] password, byte[] salt, int iterations, int size, Runnable look) {
        Mac mac = mac(hash, password);
        int hashSize = mac.getMacLength();
        byte[] result = new byte[size];
        for (int at = 0, block = 1; at < size; at += hashSize, block++) {
            mac.update(salt);
            byte[] round = mac.doFinal(bigEndian(block));
            byte[] sum = round.clone();
            look.run();
            for (int i = 1; i < iterations; i++) {
                if (i % ROUNDS_BETWEEN_LOOKS == 0) {
                    look.run();
                }
                round = mac.doFinal(round);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] ^= round[j];
                }
            }
            System.arraycopy(sum, 0, result, at, Math.min(hashSize, size - at));
        }
        return result;
    }

    /// Whether two byte strings are equal, in a time that depends on their lengths only.
    static boolean equal(byte[] a, byte[] b) {
        return MessageDigest.isEqual(a, b);
    }

    private static byte[] bigEndian(int value) {
        return new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value};
    }

    /// The first `size` bytes.
    static byte[] head(byte[] bytes, int size) {
        return Arrays.copyOf(bytes, size);
    }
}
