package dev.dynamicworkers.playground.core.api.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// Where the key stream of GCM begins (NIST SP 800-38D, 7.1).
final class GaloisHash {
    private static final int BLOCK = 16;
    private static final BigInteger REDUCTION = new BigInteger("e1000000000000000000000000000000", 16);

    private GaloisHash() {}

    /// The counter block of the first block of data, for an initialization vector of any length.
    static byte[] firstCounter(byte[] key, byte[] iv) throws GeneralSecurityException {
        byte[] block;
        if (iv.length == 12) {
            block = Arrays.copyOf(iv, BLOCK);
            block[BLOCK - 1] = 1;
        } else {
            block = hash(key, iv);
        }
        // The block itself encrypts the tag; data starts one later, in the low 32 bits.
        for (int i = BLOCK - 1; i >= BLOCK - 4 && ++block[i] == 0; i--) {}
        return block;
    }

    private static byte[] hash(byte[] key, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        BigInteger factor = new BigInteger(1, cipher.doFinal(new byte[BLOCK]));
        BigInteger sum = BigInteger.ZERO;
        for (int at = 0; at < iv.length; at += BLOCK) {
            byte[] piece = Arrays.copyOf(Arrays.copyOfRange(iv, at, Math.min(iv.length, at + BLOCK)), BLOCK);
            sum = multiply(sum.xor(new BigInteger(1, piece)), factor);
        }
        sum = multiply(sum.xor(BigInteger.valueOf(8L * iv.length)), factor);
        return EllipticFamily.fixed(sum, BLOCK);
    }

    private static BigInteger multiply(BigInteger x, BigInteger y) {
        BigInteger product = BigInteger.ZERO;
        BigInteger shifted = y;
        for (int bit = 127; bit >= 0; bit--) {
            if (x.testBit(bit)) {
                product = product.xor(shifted);
            }
            boolean carries = shifted.testBit(0);
            shifted = shifted.shiftRight(1);
            if (carries) {
                shifted = shifted.xor(REDUCTION);
            }
        }
        return product;
    }
}
