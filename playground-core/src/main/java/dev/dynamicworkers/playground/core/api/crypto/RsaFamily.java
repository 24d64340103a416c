package dev.dynamicworkers.playground.core.api.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import org.jspecify.annotations.Nullable;

/// RSA keys.
///
/// @param bits length of a modulus to generate
/// @param exponent public exponent of a key to generate
record RsaFamily(int bits, BigInteger exponent) implements KeyFamily {
    /// The family for all uses but generation.
    static final RsaFamily ANY = new RsaFamily(2048, RSAKeyGenParameterSpec.F4);

    @Override
    public String factory() {
        return "RSA";
    }

    @Override
    public KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(bits, exponent), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public @Nullable PublicKey fromRaw(byte[] raw) {
        return null;
    }

    @Override
    public boolean owns(PublicKey key) {
        return key instanceof RSAPublicKey;
    }

    @Override
    public PublicKey publicOf(PrivateKey key) {
        if (!(key instanceof RSAPrivateCrtKey crt)) {
            throw new IllegalArgumentException("not a CRT key");
        }
        return publicKey(crt.getModulus(), crt.getPublicExponent());
    }

    private static PublicKey publicKey(BigInteger modulus, BigInteger exponent) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public @Nullable KeyPair fromParts(byte[][] parts) {
        BigInteger[] n = new BigInteger[parts.length];
        for (int i = 0; i < parts.length; i++) {
            n[i] = new BigInteger(1, parts[i]);
        }
        try {
            PublicKey publicKey = publicKey(n[0], n[1]);
            if (parts.length == 2) {
                return new KeyPair(publicKey, null);
            }
            var spec = new RSAPrivateCrtKeySpec(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
            return new KeyPair(publicKey, KeyFactory.getInstance("RSA").generatePrivate(spec));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public byte[][] parts(PublicKey key, @Nullable PrivateKey privateKey) {
        RSAPublicKey rsa = (RSAPublicKey) key;
        byte[] n = bytes(rsa.getModulus());
        byte[] e = bytes(rsa.getPublicExponent());
        if (!(privateKey instanceof RSAPrivateCrtKey crt)) {
            return new byte[][] {n, e};
        }
        return new byte[][] {
            n,
            e,
            bytes(crt.getPrivateExponent()),
            bytes(crt.getPrimeP()),
            bytes(crt.getPrimeQ()),
            bytes(crt.getPrimeExponentP()),
            bytes(crt.getPrimeExponentQ()),
            bytes(crt.getCrtCoefficient())
        };
    }

    private static byte[] bytes(BigInteger value) {
        return EllipticFamily.fixed(value, (value.bitLength() + 7) / 8);
    }
}
