package dev.dynamicworkers.playground.core.api.crypto;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The host functions named `crypto.*`. Runs on the isolate thread.
public final class CryptoHostFunctions {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private CryptoHostFunctions() {}

    /// Adds the functions to the table of all isolates.
    public static void register(HostFunctions table) {
        registerRandomAndText(table);
        registerDigests(table);
        registerSecretKeys(table);
        registerKeyPairs(table);
        NodeCryptoHostFunctions.register(table);
    }

    private static void registerRandomAndText(HostFunctions table) {
        table.add("crypto.random", call -> {
            byte[] bytes = new byte[call.size(0)];
            RANDOM.nextBytes(bytes);
            return bytes;
        });
        table.add("crypto.uuid", call -> UUID.randomUUID().toString());
        table.add("crypto.equal", call -> Digests.equal(call.bytes(0), call.bytes(1)));
        table.add("crypto.utf8", call -> call.string(0).getBytes(StandardCharsets.UTF_8));
        table.add("crypto.utf8Text", call -> new String(call.bytes(0), StandardCharsets.UTF_8));
        table.add("crypto.base64UrlEncode", call -> BASE64_URL.encodeToString(call.bytes(0)));
        table.add("crypto.base64UrlDecode", call -> base64UrlDecode(call.string(0)));
    }

    private static byte @Nullable [] base64UrlDecode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void registerDigests(HostFunctions table) {
        table.add("crypto.digest", call -> Digests.digest(call.string(0), call.bytes(1)));
        table.add("crypto.digestStart", call -> call.isolate().handles().put(Digests.start(call.string(0))));
        table.add("crypto.digestUpdate", call -> {
            call.isolate().handles().get(call.integer(0), MessageDigest.class).update(call.bytes(1));
            return null;
        });
        table.add("crypto.digestCopy", call -> {
            try {
                Object copy = call.isolate()
                        .handles()
                        .get(call.integer(0), MessageDigest.class)
                        .clone();
                return call.isolate().handles().put(copy);
            } catch (CloneNotSupportedException e) {
                throw GuestThrow.error("Digest copy is not supported by this hash function");
            }
        });
        table.add("crypto.digestEnd", call -> {
            byte[] result = call.isolate()
                    .handles()
                    .get(call.integer(0), MessageDigest.class)
                    .digest();
            call.isolate().handles().remove(call.integer(0));
            return result;
        });
    }

    private static void registerSecretKeys(HostFunctions table) {
        table.add("crypto.hmac", call -> Digests.hmac(call.string(0), call.bytes(1), call.bytes(2)));
        table.add(
                "crypto.hkdf",
                call -> Digests.hkdf(call.string(0), call.bytes(1), call.bytes(2), call.bytes(3), call.integer(4)));
        table.add(
                "crypto.pbkdf2",
                call -> Digests.pbkdf2(
                        call.string(0),
                        call.bytes(1),
                        call.bytes(2),
                        call.integer(3),
                        call.size(4),
                        call.isolate()::look));
        table.add("crypto.scrypt", CryptoHostFunctions::scrypt);
        table.add("crypto.aes", CryptoHostFunctions::aes);
    }

    /// password, salt, cost, block size, parallel, size
    ///
    /// @return null where it would take more memory than the isolate may have
    private static byte @Nullable [] scrypt(HostCall call) {
        long bytes = Scrypt.bytes(call.longValue(2), call.longValue(3), call.longValue(4));
        if (!call.hasRoom(bytes)) {
            return null;
        }
        return Scrypt.derive(
                call.bytes(0),
                call.bytes(1),
                call.integer(2),
                call.integer(3),
                call.integer(4),
                call.size(5),
                call.isolate()::look);
    }

    /// mode, encrypting, key, iv, bits (of the counter or the tag), additional data, data
    private static byte[] aes(HostCall call) {
        String mode = call.string(0);
        var direction = direction(call, 1);
        byte[] key = call.bytes(2);
        byte[] data = call.bytes(6);
        byte[] result = switch (mode) {
            case "AES-CBC" -> AesCipher.cbc(direction, key, call.bytes(3), data);
            case "AES-CTR" -> AesCipher.ctr(key, call.bytes(3), call.integer(4), data);
            case "AES-GCM" ->
                AesCipher.gcm(direction, key, call.bytes(3), call.integer(4), optionalBytes(call, 5), data);
            default -> AesCipher.wrap(direction, key, data);
        };
        if (result == null) {
            throw GuestThrow.domException("OperationError", aesFailure(mode, direction, call, data.length));
        }
        return result;
    }

    private static String aesFailure(String mode, AesCipher.Direction direction, HostCall call, int size) {
        if (mode.equals("AES-CTR")) {
            return "Counter block values will repeat.";
        }
        if (mode.equals("AES-KW")) {
            return direction == AesCipher.Direction.ENCRYPT
                    ? "Unwrapped key has length " + size + " bytes but it should be a multiple of 8 and at least 16."
                    : "AES-KW key unwrapping failed.";
        }
        int length = mode.equals("AES-GCM") ? size - call.integer(4) / 8 : size;
        return "Decryption failed. This could be due to a ciphertext authentication failure, bad padding, incorrect"
                + " CryptoKey, or another algorithm-specific reason. Input"
                + " length was " + length + ", output length expected to be "
                + (mode.equals("AES-CBC") ? 0 : length) + " for " + mode;
    }

    private static byte[] optionalBytes(HostCall call, int index) {
        return call.isNullish(index) ? new byte[0] : call.bytes(index);
    }

    private static AesCipher.Direction direction(HostCall call, int index) {
        return call.bool(index) ? AesCipher.Direction.ENCRYPT : AesCipher.Direction.DECRYPT;
    }

    private static void registerKeyPairs(HostFunctions table) {
        table.add("crypto.generatePair", call -> {
            String name = call.string(0);
            var random = new LookingRandom(call.isolate()::look);
            if (name.equals("RSA")) {
                return KeyPairs.generateRsa(call.integer(1), call.bytes(2), random);
            }
            return KeyPairs.generate(KeyPairs.family(name, name.equals("EC") ? call.string(1) : null), random);
        });
        table.add("crypto.parseKey", call -> KeyPairs.parse(family(call), call.string(2), call.bytes(3)));
        table.add("crypto.keyFromParts", call -> {
            byte[][] parts = new byte[call.count() - 2][];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = call.bytes(i + 2);
            }
            return KeyPairs.fromParts(family(call), parts);
        });
        table.add(
                "crypto.keyToParts",
                call -> KeyPairs.toParts(family(call), call.bytes(2), call.isNullish(3) ? null : call.bytes(3)));
        table.add(
                "crypto.sign",
                call -> KeyOperations.sign(
                        scheme(call), call.string(1), call.integer(2), call.bytes(3), call.bytes(4)));
        table.add(
                "crypto.verify",
                call -> KeyOperations.verify(
                        scheme(call), call.string(1), call.integer(2), call.bytes(3), call.bytes(4), call.bytes(5)));
        table.add(
                "crypto.rsaOaep",
                call -> KeyOperations.oaep(
                        direction(call, 0), call.string(1), call.bytes(2), call.bytes(3), call.bytes(4)));
        table.add("crypto.agree", call -> KeyOperations.agree(call.string(0), call.bytes(1), call.bytes(2)));
    }

    private static KeyOperations.Scheme scheme(HostCall call) {
        return KeyOperations.Scheme.valueOf(call.string(0));
    }

    private static KeyFamily family(HostCall call) {
        return KeyPairs.family(call.string(0), call.isNullish(1) ? null : call.string(1));
    }
}
