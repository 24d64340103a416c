package dev.dynamicworkers.playground.core.api.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.jspecify.annotations.Nullable;

/// Key pairs by family name: generation, import and export. A pair is `{pkcs8, spki}`, with null for an absent private
/// key; null as a
/// whole for what is no key.
final class KeyPairs {
    private KeyPairs() {}

    /// The family of a name and, for elliptic curves, a curve.
    static KeyFamily family(String name, @Nullable String curve) {
        return switch (name) {
            case "RSA" -> RsaFamily.ANY;
            case "EC" -> EllipticFamily.of(curve == null ? "" : curve);
            case "Ed25519" -> OctetFamily.ED25519;
            case "X25519" -> OctetFamily.X25519;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /// A fresh RSA pair; null when the exponent is neither 3 nor 65537.
    static byte @Nullable [] @Nullable [] generateRsa(int bits, byte[] exponent, SecureRandom random) {
        BigInteger e = new BigInteger(1, exponent);
        if (!e.equals(BigInteger.valueOf(3)) && !e.equals(BigInteger.valueOf(65537))) {
            return null;
        }
        return encoded(new RsaFamily(bits, e).generate(random));
    }

    /// A fresh pair of a family that has no more parameters.
    static byte @Nullable [][] generate(KeyFamily family, SecureRandom random) {
        return encoded(family.generate(random));
    }

    /// Reads an encoded key: `spki`, `pkcs8` or `raw`.
    static byte @Nullable [] @Nullable [] parse(KeyFamily family, String format, byte[] bytes) {
        try {
            KeyFactory factory = KeyFactory.getInstance(family.factory());
            switch (format) {
                case "pkcs8" -> {
                    PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(bytes));
                    PublicKey publicKey = family.publicOf(key);
                    return family.owns(publicKey) ? encoded(new KeyPair(publicKey, key)) : null;
                }
                case "spki" -> {
                    PublicKey key = factory.generatePublic(new X509EncodedKeySpec(bytes));
                    return family.owns(key) ? encoded(new KeyPair(key, null)) : null;
                }
                default -> {
                    PublicKey key = family.fromRaw(bytes);
                    return key == null ? null : encoded(new KeyPair(key, null));
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }

    /// A key from the fields of a JSON web key.
    static byte @Nullable [] @Nullable [] fromParts(KeyFamily family, byte[][] parts) {
        KeyPair pair = family.fromParts(parts);
        return pair == null ? null : encoded(pair);
    }

    /// The fields of a JSON web key.
    static byte[][] toParts(KeyFamily family, byte[] spki, byte @Nullable [] pkcs8) {
        return family.parts(publicKey(family, spki), pkcs8 == null ? null : privateKey(family, pkcs8));
    }

    static PublicKey publicKey(KeyFamily family, byte[] spki) {
        try {
            return KeyFactory.getInstance(family.factory()).generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static PrivateKey privateKey(KeyFamily family, byte[] pkcs8) {
        try {
            return KeyFactory.getInstance(family.factory()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte @Nullable [][] encoded(KeyPair pair) {
        PrivateKey privateKey = pair.getPrivate();
        return new byte @Nullable [][] {
            privateKey instanceof ECPrivateKey elliptic
                    ? EllipticFamily.encoded(elliptic, pair.getPublic())
                    : privateKey == null ? null : privateKey.getEncoded(),
            pair.getPublic().getEncoded()
        };
    }
}
