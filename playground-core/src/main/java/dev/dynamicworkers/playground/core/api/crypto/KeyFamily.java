package dev.dynamicworkers.playground.core.api.crypto;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// A kind of key pair: how its keys are made, read from their encodings and taken apart. Keys are encoded as PKCS#8
/// and SPKI.
interface KeyFamily {
    KeyPair generate(SecureRandom random);

    /// The public key from its raw form (a point or 32 bytes); null when it is none.
    @Nullable
    PublicKey fromRaw(byte[] raw);

    /// The public key that belongs to a private one.
    PublicKey publicOf(PrivateKey key);

    /// A key from the fields of a JSON web key, in the order of `parts`; null when they are no key.
    @Nullable
    KeyPair fromParts(byte[][] parts);

    /// The fields of a JSON web key: those of the public key, then those of the private key if there is one.
    byte[][] parts(PublicKey key, @Nullable PrivateKey privateKey);

    /// Name of the JDK's KeyFactory.
    String factory();

    /// Whether a key that the JDK decoded is one of this family (and curve).
    boolean owns(PublicKey key);
}
