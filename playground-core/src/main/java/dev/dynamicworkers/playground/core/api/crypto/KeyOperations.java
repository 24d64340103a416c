package dev.dynamicworkers.playground.core.api.crypto;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;

/// What key pairs do: sign and verify, encrypt and decrypt, agree on a secret. Null says that the key or the data did
/// not fit.
final class KeyOperations {
    private KeyOperations() {}

    /// How a signature is made.
    enum Scheme {
        RSA("RSA"),
        PSS("RSA"),
        ECDSA("EC"),
        ECDSA_DER("EC"),
        Ed25519("Ed25519");

        private final String family;

        Scheme(String family) {
            this.family = family;
        }

        private Signature signature(String hash, int saltBytes) throws GeneralSecurityException {
            String shortHash = hash.replace("-", "");
            return switch (this) {
                case RSA -> Signature.getInstance(shortHash + "withRSA");
                case PSS -> {
                    Signature signature = Signature.getInstance("RSASSA-PSS");
                    signature.setParameter(
                            new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), saltBytes, 1));
                    yield signature;
                }
                case ECDSA_DER -> Signature.getInstance(shortHash + "withECDSA");
                case ECDSA -> Signature.getInstance(shortHash + "withECDSAinP1363Format");
                case Ed25519 -> Signature.getInstance("Ed25519");
            };
        }

        private KeyFamily family() {
            return KeyPairs.family(family, "P-256");
        }
    }

    static byte @Nullable [] sign(Scheme scheme, String hash, int saltBytes, byte[] pkcs8, byte[] data) {
        try {
            Signature signature = scheme.signature(hash, saltBytes);
            signature.initSign(KeyPairs.privateKey(scheme.family(), pkcs8));
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    static boolean verify(Scheme scheme, String hash, int saltBytes, byte[] spki, byte[] data, byte[] given) {
        try {
            Signature signature = scheme.signature(hash, saltBytes);
            signature.initVerify(KeyPairs.publicKey(scheme.family(), spki));
            signature.update(data);
            return signature.verify(given);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static byte @Nullable [] oaep(AesCipher.Direction direction, String hash, byte[] label, byte[] der, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            var spec = new OAEPParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), new PSource.PSpecified(label));
            if (direction == AesCipher.Direction.ENCRYPT) {
                cipher.init(Cipher.ENCRYPT_MODE, KeyPairs.publicKey(RsaFamily.ANY, der), spec);
            } else {
                cipher.init(Cipher.DECRYPT_MODE, KeyPairs.privateKey(RsaFamily.ANY, der), spec);
            }
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    /// The shared secret of a private key and another's public key.
    static byte @Nullable [] agree(String familyName, byte[] pkcs8, byte[] spki) {
        try {
            KeyFamily family = KeyPairs.family(familyName, "P-256");
            KeyAgreement agreement = KeyAgreement.getInstance(familyName.equals("EC") ? "ECDH" : familyName);
            agreement.init(KeyPairs.privateKey(family, pkcs8));
            agreement.doPhase(KeyPairs.publicKey(family, spki), true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            return null;
        }
    }
}
