package dev.dynamicworkers.playground.core.api.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Ed25519 and X25519 keys: 32 bytes behind a constant head, in both encodings.
enum OctetFamily implements KeyFamily {
    ED25519("Ed25519", "70"),
    X25519("X25519", "6e");

    private static final int SIZE = 32;

    private final String algorithm;
    private final byte[] publicHead;
    private final byte[] privateHead;

    OctetFamily(String algorithm, String object) {
        this.algorithm = algorithm;
        this.publicHead = HexFormat.of().parseHex("302a300506032b65" + object + "032100");
        this.privateHead = HexFormat.of().parseHex("302e020100300506032b65" + object + "04220420");
    }

    @Override
    public String factory() {
        return algorithm;
    }

    @Override
    public KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(new NamedParameterSpec(algorithm), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is part of every JDK", e);
        }
    }

    @Override
    public boolean owns(PublicKey key) {
        return switch (this) {
            case ED25519 ->
                key instanceof EdECPublicKey ed && ed.getParams().getName().equals(algorithm);
            case X25519 -> key instanceof XECPublicKey && key.getEncoded().length == publicHead.length + SIZE;
        };
    }

    @Override
    public @Nullable PublicKey fromRaw(byte[] raw) {
        if (raw.length != SIZE) {
            return null;
        }
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(join(publicHead, raw)));
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    /// The JDK derives a public key only while it generates a pair, so the generator gets the secret as its random
    /// bytes.
    @Override
    public PublicKey publicOf(PrivateKey key) {
        return generate(new FixedRandom(secretOf(key))).getPublic();
    }

    private byte[] secretOf(PrivateKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - SIZE, encoded.length);
    }

    @Override
    public @Nullable KeyPair fromParts(byte[][] parts) {
        PublicKey publicKey = fromRaw(parts[0]);
        if (publicKey == null || parts.length == 1) {
            return publicKey == null ? null : new KeyPair(publicKey, null);
        }
        if (parts[1].length != SIZE) {
            return null;
        }
        try {
            var spec = new PKCS8EncodedKeySpec(join(privateHead, parts[1]));
            PrivateKey privateKey = KeyFactory.getInstance(algorithm).generatePrivate(spec);
            byte[] expected = publicOf(privateKey).getEncoded();
            return Arrays.equals(expected, publicKey.getEncoded()) ? new KeyPair(publicKey, privateKey) : null;
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    @Override
    public byte[][] parts(PublicKey key, @Nullable PrivateKey privateKey) {
        byte[] encoded = key.getEncoded();
        byte[] x = Arrays.copyOfRange(encoded, encoded.length - SIZE, encoded.length);
        return privateKey == null ? new byte[][] {x} : new byte[][] {x, secretOf(privateKey)};
    }

    private static byte[] join(byte[] head, byte[] tail) {
        byte[] result = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, result, head.length, tail.length);
        return result;
    }

    /// Gives out given bytes instead of random ones.
    private static final class FixedRandom extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        FixedRandom(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
