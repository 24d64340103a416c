package dev.dynamicworkers.playground.core.api.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.jspecify.annotations.Nullable;

/// Asymmetric keys as OpenSSL writes them: PEM or DER, in PKCS#1, SEC1, PKCS#8 (perhaps encrypted), SPKI, or within a
/// certificate.
final class KeyText {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final int ITERATIONS = 2048;

    /// A second or so; whoever made the key says how many.
    private static final int MOST_ITERATIONS = 1_000_000;

    private static final String ENCRYPTION = "PBEWithHmacSHA256AndAES_256";

    private KeyText() {}

    /// A key that was read: its family and curve, and its encodings.
    ///
    /// @param family as `KeyPairs.family` takes it
    /// @param curve of an elliptic key, else empty
    /// @param pkcs8 null for a public key
    record Parsed(String family, String curve, byte @Nullable [] pkcs8, byte[] spki) {}

    /// Thrown for an encrypted key that came without its passphrase.
    static final class MissingPassphraseException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// Reads a key.
    ///
    /// @param data text of a PEM file, or DER
    /// @param type of DER: `pkcs1`, `sec1`, `pkcs8`, `spki`, or empty to find out; a `!` after `pkcs1` for private
    /// @return null when it is no key
    static @Nullable Parsed read(byte[] data, String type, char @Nullable [] passphrase)
            throws MissingPassphraseException {
        try {
            Matcher pem = PEM.matcher(new String(data, StandardCharsets.ISO_8859_1));
            if (!pem.find()) {
                return type.isEmpty() ? null : decode(type, data, passphrase);
            }
            byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
            String kind = switch (pem.group(1)) {
                case "RSA PRIVATE KEY" -> "pkcs1!";
                case "RSA PUBLIC KEY" -> "pkcs1";
                case "EC PRIVATE KEY" -> "sec1";
                case "PRIVATE KEY", "ENCRYPTED PRIVATE KEY" -> "pkcs8";
                case "PUBLIC KEY" -> "spki";
                case "CERTIFICATE" -> "certificate";
                default -> "";
            };
            return kind.isEmpty() ? null : decode(kind, der, passphrase);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static @Nullable Parsed decode(String type, byte[] der, char @Nullable [] passphrase)
            throws GeneralSecurityException, MissingPassphraseException {
        return switch (type) {
            case "pkcs1!" -> privateKey(Der.sequenceOf(Der.VERSION, Der.RSA, Der.octets(der)));
            case "pkcs1" -> publicKey(Der.sequenceOf(Der.RSA, Der.bits(der)));
            case "sec1" -> privateKey(fromSec1(der));
            case "pkcs8" -> privateKey(decrypted(der, passphrase));
            case "certificate" ->
                publicKey(CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der))
                        .getPublicKey()
                        .getEncoded());
            default -> publicKey(der);
        };
    }

    private static byte[] fromSec1(byte[] der) {
        for (Der part : Der.sequence(der)) {
            if (part.tag() == 0xa0) {
                byte[] algorithm = Der.sequenceOf(HexFormat.of().parseHex("06072a8648ce3d0201"), part.content());
                return Der.sequenceOf(Der.VERSION, algorithm, Der.octets(der));
            }
        }
        throw new IllegalArgumentException("an elliptic key without its curve");
    }

    private static byte[] decrypted(byte[] der, char @Nullable [] passphrase)
            throws GeneralSecurityException, MissingPassphraseException {
        // An encrypted key begins with the algorithm that encrypts it, any other with a version.
        if (Der.sequence(der).get(0).tag() != 0x30) {
            return der;
        }
        if (passphrase == null) {
            throw new MissingPassphraseException();
        }
        try {
            var info = new EncryptedPrivateKeyInfo(der);
            String algorithm = info.getAlgParameters().toString();
            var spec = info.getAlgParameters().getParameterSpec(PBEParameterSpec.class);
            if (spec.getIterationCount() > MOST_ITERATIONS) {
                throw new IllegalArgumentException("a key that takes too long to decrypt");
            }
            var key = SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(passphrase));
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
            return cipher.doFinal(info.getEncryptedData());
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// A private key, encrypted with a passphrase.
    static byte[] encrypted(byte[] pkcs8, char[] passphrase) {
        try {
            byte[] salt = new byte[16];
            byte[] iv = new byte[16];
            var random = new SecureRandom();
            random.nextBytes(salt);
            random.nextBytes(iv);
            var key = SecretKeyFactory.getInstance(ENCRYPTION).generateSecret(new PBEKeySpec(passphrase));
            Cipher cipher = Cipher.getInstance(ENCRYPTION);
            cipher.init(Cipher.ENCRYPT_MODE, key, new PBEParameterSpec(salt, ITERATIONS, new IvParameterSpec(iv)));
            byte[] sealed = cipher.doFinal(pkcs8);
            // Known by the name of its standard alone.
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
            parameters.init(cipher.getParameters().getEncoded());
            return new EncryptedPrivateKeyInfo(parameters, sealed).getEncoded();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("encryption of keys is part of every JDK", e);
        }
    }

    /// The key within a PKCS#8 or SPKI encoding: PKCS#1 for RSA.
    static byte[] pkcs1(byte[] der) {
        List<Der> parts = Der.sequence(der);
        byte[] last = parts.get(parts.size() == 2 ? 1 : 2).content();
        return parts.size() == 2 ? Arrays.copyOfRange(last, 1, last.length) : last;
    }

    /// An elliptic private key in SEC1, with its curve and its public key.
    static byte[] sec1(byte[] pkcs8, byte[] spki) {
        List<Der> outer = Der.sequence(pkcs8);
        byte[] curve = Der.read(outer.get(1).content()).get(1).encoded();
        List<Der> key = Der.sequence(outer.get(2).content());
        byte[] point = Der.sequence(spki).get(1).encoded();
        return Der.sequenceOf(key.get(0).encoded(), key.get(1).encoded(), Der.of(0xa0, curve), Der.of(0xa1, point));
    }

    private static @Nullable Parsed privateKey(byte[] pkcs8) {
        List<Der> parts = Der.sequence(pkcs8);
        return parsed("pkcs8", pkcs8, Der.read(parts.get(1).content()));
    }

    private static @Nullable Parsed publicKey(byte[] spki) {
        List<Der> parts = Der.sequence(spki);
        return parsed("spki", spki, Der.read(parts.get(0).content()));
    }

    private static @Nullable Parsed parsed(String format, byte[] der, List<Der> algorithm) {
        String family = switch (HexFormat.of().formatHex(algorithm.get(0).content())) {
            case "2a864886f70d010101" -> "RSA";
            case "2a8648ce3d0201" -> "EC";
            case "2b6570" -> "Ed25519";
            case "2b656e" -> "X25519";
            default -> "";
        };
        String curve = "";
        if (family.equals("EC")) {
            curve = switch (HexFormat.of().formatHex(algorithm.get(1).content())) {
                case "2a8648ce3d030107" -> "P-256";
                case "2b81040022" -> "P-384";
                case "2b81040023" -> "P-521";
                default -> "";
            };
        }
        if (family.isEmpty() || (family.equals("EC") && curve.isEmpty())) {
            return null;
        }
        byte @Nullable [] @Nullable [] pair = KeyPairs.parse(KeyPairs.family(family, curve), format, der);
        return pair == null ? null : new Parsed(family, curve, pair[0], Objects.requireNonNull(pair[1]));
    }
}
