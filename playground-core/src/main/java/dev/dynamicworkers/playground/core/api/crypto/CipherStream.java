package dev.dynamicworkers.playground.core.api.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Data that goes through a cipher piece by piece, as `createCipheriv()` and `createDecipheriv()` of `node:crypto` do
/// it. Runs on the isolate thread.
///
/// Authenticated ciphers let every byte through at once: their key stream is run by itself. A second cipher, whose
/// output nobody takes, makes the tag of what goes through as it goes: nothing of it is kept.
final class CipherStream {
    private static final int TAG_BYTES = 16;
    private static final int BLOCK = 16;

    /// What goes into the second cipher at once, so that its output stays small.
    private static final int PIECE = 1 << 16;

    private final NamedCipher spec;
    private final AesCipher.Direction direction;
    private final byte[] key;
    private final byte[] iv;
    private byte[] mask = new byte[0];
    private Padding padding = Padding.PKCS7;
    private @Nullable Cipher cipher;
    private @Nullable Cipher sealing;
    private byte @Nullable [] tag;

    private enum Padding {
        PKCS7,
        NONE
    }

    CipherStream(NamedCipher spec, AesCipher.Direction direction, byte[] key, byte[] iv) {
        this.spec = spec;
        this.direction = direction;
        this.key = spec.jdkKey(key);
        this.iv = iv;
    }

    /// Turns padding off, as long as nothing went through.
    void withoutPadding() {
        padding = Padding.NONE;
    }

    /// Adds to what the tag vouches for besides.
    ///
    /// @throws GeneralSecurityException when data went through already
    void authenticate(byte[] bytes) throws GeneralSecurityException {
        try {
            sealing().updateAAD(bytes);
        } catch (IllegalStateException late) {
            throw new GeneralSecurityException(late);
        }
    }

    byte[] update(byte[] data) throws GeneralSecurityException {
        byte[] result = spec.mode().equals("ofb") ? masked(data) : cipher().update(data);
        byte[] passed = result == null ? new byte[0] : result;
        if (spec.isAuthenticated()) {
            byte[] plain = direction == AesCipher.Direction.ENCRYPT ? data : passed;
            for (int at = 0; at < plain.length; at += PIECE) {
                sealing().update(plain, at, Math.min(PIECE, plain.length - at));
            }
        }
        return passed;
    }

    /// The JDK's OFB takes whole blocks alone: it makes a mask of zeros here, as much as the data needs.
    private byte[] masked(byte[] data) throws GeneralSecurityException {
        int missing = data.length - mask.length;
        if (missing > 0) {
            byte[] more = cipher().update(new byte[(missing + BLOCK - 1) / BLOCK * BLOCK]);
            byte[] whole = Arrays.copyOf(mask, mask.length + more.length);
            System.arraycopy(more, 0, whole, mask.length, more.length);
            mask = whole;
        }
        byte[] result = data.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] ^= mask[i];
        }
        mask = Arrays.copyOfRange(mask, data.length, mask.length);
        return result;
    }

    byte[] finish() throws GeneralSecurityException {
        return cipher().doFinal();
    }

    /// The tag of all that went through, 16 bytes.
    byte[] tag() throws GeneralSecurityException {
        byte[] known = tag;
        if (known == null) {
            byte[] sealed = sealing().doFinal();
            known = Arrays.copyOfRange(sealed, sealed.length - TAG_BYTES, sealed.length);
            tag = known;
        }
        return known.clone();
    }

    private Cipher sealing() throws GeneralSecurityException {
        Cipher current = sealing;
        if (current == null) {
            boolean isGcm = spec.mode().equals("gcm");
            current = Cipher.getInstance(isGcm ? "AES/GCM/NoPadding" : "ChaCha20-Poly1305");
            current.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, spec.algorithm()),
                    isGcm ? new GCMParameterSpec(8 * TAG_BYTES, iv) : new IvParameterSpec(iv));
            sealing = current;
        }
        return current;
    }

    /// Whether a tag of 4 to 16 bytes is that of all that went through.
    boolean isTag(byte[] given) throws GeneralSecurityException {
        return MessageDigest.isEqual(Arrays.copyOf(tag(), given.length), given);
    }

    private Cipher cipher() throws GeneralSecurityException {
        Cipher current = cipher;
        if (current == null) {
            current = start();
            cipher = current;
        }
        return current;
    }

    private Cipher start() throws GeneralSecurityException {
        String suffix = padding == Padding.PKCS7 ? "PKCS5Padding" : "NoPadding";
        var jdkKey = new SecretKeySpec(key, spec.algorithm());
        switch (spec.mode()) {
            case "gcm" -> {
                Cipher result = Cipher.getInstance("AES/CTR/NoPadding");
                result.init(Cipher.ENCRYPT_MODE, jdkKey, new IvParameterSpec(GaloisHash.firstCounter(key, iv)));
                return result;
            }
            case "chacha" -> {
                Cipher result = Cipher.getInstance("ChaCha20");
                result.init(direction.mode(), jdkKey, new ChaCha20ParameterSpec(iv, 1));
                return result;
            }
            case "stream" -> {
                Cipher result = Cipher.getInstance(spec.algorithm());
                result.init(direction.mode(), jdkKey);
                return result;
            }
            case "ecb" -> {
                Cipher result = Cipher.getInstance(spec.algorithm() + "/ECB/" + suffix);
                result.init(direction.mode(), jdkKey);
                return result;
            }
            case "cbc" -> {
                Cipher result = Cipher.getInstance(spec.algorithm() + "/CBC/" + suffix);
                result.init(
                        direction.mode(),
                        jdkKey,
                        spec.algorithm().equals("RC2") ? new RC2ParameterSpec(128, iv) : new IvParameterSpec(iv));
                return result;
            }
            default -> {
                Cipher result = Cipher.getInstance(
                        spec.algorithm() + (spec.mode().equals("ctr") ? "/CTR/NoPadding" : "/OFB/NoPadding"));
                // Both directions mask with what encryption makes.
                result.init(Cipher.ENCRYPT_MODE, jdkKey, new IvParameterSpec(iv));
                return result;
            }
        }
    }
}
