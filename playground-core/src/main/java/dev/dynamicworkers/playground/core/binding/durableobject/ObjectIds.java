package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes and checks the ids of one namespace: 16 bytes of content, then 16 bytes that tell that they belong to it.
/// Equal to those that `wrangler dev` makes for the same worker and class.
final class ObjectIds {
    private static final int HALF = 16;

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    /// @param uniqueKey of the namespace
    ObjectIds(String uniqueKey) {
        try {
            key = MessageDigest.getInstance("SHA-256").digest(uniqueKey.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /// The id of a name, always the same.
    String ofName(String name) {
        return signed(hmac(name.getBytes(StandardCharsets.UTF_8)));
    }

    /// An id that nobody else has.
    String unique() {
        byte[] content = new byte[HALF];
        random.nextBytes(content);
        return signed(content);
    }

    /// The id that a text is.
    ///
    /// @throws GuestThrow when it is none, or one of another namespace
    String parse(String text) {
        if (!text.matches("[0-9a-fA-F]{64}")) {
            throw GuestThrow.typeError("Invalid Durable Object ID: must be 64 hex digits");
        }
        String id = signed(HexFormat.of().parseHex(text.substring(0, 2 * HALF)));
        if (!id.equalsIgnoreCase(text)) {
            throw GuestThrow.typeError("Durable Object ID is not valid for this namespace.");
        }
        return id;
    }

    private String signed(byte[] content) {
        byte[] id = Arrays.copyOf(content, 2 * HALF);
        byte[] mark = hmac(Arrays.copyOf(content, HALF));
        System.arraycopy(mark, 0, id, HALF, HALF);
        return HexFormat.of().formatHex(id);
    }

    private byte[] hmac(byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
