package dev.dynamicworkers.playground.core.api.crypto;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/// The host functions named `nodeCrypto.*`: what `node:crypto` has beyond Web Crypto. Runs on the isolate thread.
final class NodeCryptoHostFunctions {
    private NodeCryptoHostFunctions() {}

    static void register(HostFunctions table) {
        registerCiphers(table);
        registerKeys(table);
        registerNumbers(table);
    }

    private static void registerCiphers(HostFunctions table) {
        table.add("nodeCrypto.cipherNames", call -> NamedCipher.names());
        table.add("nodeCrypto.cipherInfo", call -> {
            NamedCipher cipher = NamedCipher.of(call.string(0));
            return cipher == null
                    ? null
                    : String.join(
                            " ",
                            cipher.name(),
                            String.valueOf(cipher.nid()),
                            String.valueOf(cipher.blockBytes()),
                            String.valueOf(cipher.ivBytes()),
                            String.valueOf(cipher.keyBytes()),
                            cipher.mode());
        });
        table.add("nodeCrypto.cipherStart", call -> {
            NamedCipher cipher = NamedCipher.of(call.string(0));
            if (cipher == null) {
                throw GuestThrow.error("Unknown or unsupported cipher: " + call.string(0));
            }
            return call.isolate()
                    .handles()
                    .put(new CipherStream(cipher, direction(call, 1), call.bytes(2), call.bytes(3)));
        });
        table.add("nodeCrypto.cipherWithoutPadding", call -> {
            stream(call).withoutPadding();
            return null;
        });
        table.add(
                "nodeCrypto.cipherAuthenticate",
                call -> orNull(() -> {
                    stream(call).authenticate(call.bytes(1));
                    return true;
                }));
        table.add("nodeCrypto.cipherUpdate", call -> orNull(() -> stream(call).update(call.bytes(1))));
        table.add("nodeCrypto.cipherFinish", call -> orNull(() -> stream(call).finish()));
        table.add("nodeCrypto.cipherTag", call -> orNull(() -> stream(call).tag()));
        table.add("nodeCrypto.cipherIsTag", call -> orNull(() -> stream(call).isTag(call.bytes(1))));
        table.add("nodeCrypto.cipherEnd", call -> {
            call.isolate().handles().remove(call.integer(0));
            return null;
        });
    }

    private interface Step {
        Object run() throws GeneralSecurityException;
    }

    /// The result of a step, or null when data or key did not fit.
    private static @Nullable Object orNull(Step step) {
        try {
            return step.run();
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private static CipherStream stream(HostCall call) {
        return call.isolate().handles().get(call.integer(0), CipherStream.class);
    }

    private static AesCipher.Direction direction(HostCall call, int index) {
        return call.bool(index) ? AesCipher.Direction.ENCRYPT : AesCipher.Direction.DECRYPT;
    }

    private static void registerKeys(HostFunctions table) {
        table.add("nodeCrypto.readKey", call -> {
            try {
                char[] passphrase = call.isNullish(2) ? null : call.string(2).toCharArray();
                KeyText.Parsed key = KeyText.read(call.bytes(0), call.string(1), passphrase);
                return key == null
                        ? null
                        : new byte @Nullable [][] {
                            key.family().getBytes(StandardCharsets.UTF_8),
                            key.curve().getBytes(StandardCharsets.UTF_8),
                            key.pkcs8(),
                            key.spki()
                        };
            } catch (KeyText.MissingPassphraseException e) {
                throw GuestThrow.error("Passphrase required for encrypted key");
            }
        });
        table.add("nodeCrypto.certificate", call -> Certificates.read(call.bytes(0)));
        table.add("nodeCrypto.certificateVerify", call -> Certificates.verify(call.bytes(0), call.bytes(1)));
        table.add(
                "nodeCrypto.curvePair",
                call -> EllipticFamily.of(call.string(0)).fromSecret(call.bytes(1)));
        table.add("nodeCrypto.pkcs1", call -> KeyText.pkcs1(call.bytes(0)));
        table.add("nodeCrypto.sec1", call -> KeyText.sec1(call.bytes(0), call.bytes(1)));
        table.add(
                "nodeCrypto.encryptKey",
                call -> KeyText.encrypted(call.bytes(0), call.string(1).toCharArray()));
        // encrypting, whether the key is private, padding, key, data
        table.add(
                "nodeCrypto.rsa",
                call -> orNull(() -> {
                    Cipher cipher = Cipher.getInstance("RSA/ECB/" + call.string(2));
                    cipher.init(
                            direction(call, 0).mode(),
                            call.bool(1)
                                    ? KeyPairs.privateKey(RsaFamily.ANY, call.bytes(3))
                                    : KeyPairs.publicKey(RsaFamily.ANY, call.bytes(3)));
                    return cipher.doFinal(call.bytes(4));
                }));
    }

    private static void registerNumbers(HostFunctions table) {
        table.add("nodeCrypto.group", call -> Primes.group(call.string(0)));
        table.add("nodeCrypto.power", call -> Primes.power(call.bytes(0), call.bytes(1), call.bytes(2)));
        table.add("nodeCrypto.isPrime", call -> Primes.isPrime(call.bytes(0)));
        table.add("nodeCrypto.prime", call -> {
            int bits = call.integer(0);
            boolean isSafe = call.bool(1);
            int most = isSafe ? Primes.MAX_SAFE_BITS : Primes.MAX_BITS;
            if (bits > most) {
                throw GuestThrow.error("A " + (isSafe ? "safe prime" : "prime") + " of " + bits
                        + " bits would take too long to find: at most " + most + " bits are supported.");
            }
            var random = new LookingRandom(call.isolate()::look);
            BigInteger prime = isSafe ? Primes.safe(bits, random) : Primes.random(bits, random);
            return EllipticFamily.fixed(prime, (bits + 7) / 8);
        });
    }
}
