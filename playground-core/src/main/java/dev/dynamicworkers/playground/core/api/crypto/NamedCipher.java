package dev.dynamicworkers.playground.core.api.crypto;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A cipher by the name that OpenSSL gives it, with what the JDK calls it.
///
/// @param name as `getCipherInfo()` tells it
/// @param nid OpenSSL's number of it
/// @param algorithm the JDK's name of the block cipher
/// @param mode `cbc`, `ctr`, `ecb`, `ofb`, `gcm`, `stream` or `chacha`
/// @param keyBytes length of its keys
/// @param ivBytes usual length of its initialization vectors, 0 for none
/// @param blockBytes length of its blocks, 1 where any number of bytes goes through at once
record NamedCipher(String name, int nid, String algorithm, String mode, int keyBytes, int ivBytes, int blockBytes) {
    private static final Map<String, NamedCipher> ALL = new TreeMap<>();

    static {
        int[][] numbers = {{419, 423, 427}, {904, 905, 906}, {418, 422, 426}, {420, 424, 428}, {895, 898, 901}};
        String[] modes = {"cbc", "ctr", "ecb", "ofb", "gcm"};
        for (int mode = 0; mode < modes.length; mode++) {
            for (int size = 0; size < 3; size++) {
                int bits = 128 + 64 * size;
                String name = modes[mode].equals("gcm")
                        ? "id-aes" + bits + "-GCM"
                        : "AES-" + bits + "-" + modes[mode].toUpperCase(Locale.ROOT);
                int iv = modes[mode].equals("ecb") ? 0 : modes[mode].equals("gcm") ? 12 : 16;
                boolean isBlockwise = modes[mode].equals("cbc") || modes[mode].equals("ecb");
                ALL.put(
                        "aes-" + bits + "-" + modes[mode],
                        new NamedCipher(
                                name, numbers[mode][size], "AES", modes[mode], bits / 8, iv, isBlockwise ? 16 : 1));
            }
        }
        Stream.of(
                        new NamedCipher("DES-CBC", 31, "DES", "cbc", 8, 8, 8),
                        new NamedCipher("DES-ECB", 29, "DES", "ecb", 8, 0, 8),
                        new NamedCipher("DES-EDE", 32, "DESede", "ecb", 16, 0, 8),
                        new NamedCipher("DES-EDE-CBC", 43, "DESede", "cbc", 16, 8, 8),
                        new NamedCipher("DES-EDE3-CBC", 44, "DESede", "cbc", 24, 8, 8),
                        new NamedCipher("RC2-CBC", 37, "RC2", "cbc", 16, 8, 8),
                        new NamedCipher("RC4", 5, "ARCFOUR", "stream", 16, 0, 1),
                        new NamedCipher("ChaCha20-Poly1305", 1018, "ChaCha20", "chacha", 32, 12, 1))
                .forEach(each -> ALL.put(each.name.toLowerCase(Locale.ROOT), each));
    }

    /// The cipher of a name in any case, or null.
    static @Nullable NamedCipher of(String name) {
        return ALL.get(name.toLowerCase(Locale.ROOT));
    }

    /// All names, in lower case and in order.
    static String names() {
        return String.join(" ", ALL.keySet());
    }

    boolean isAuthenticated() {
        return mode.equals("gcm") || mode.equals("chacha");
    }

    /// The key as the JDK wants it: that of two-key triple DES is made of three.
    byte[] jdkKey(byte[] key) {
        if (!algorithm.equals("DESede") || key.length != 16) {
            return key;
        }
        byte[] three = Arrays.copyOf(key, 24);
        System.arraycopy(key, 0, three, 16, 8);
        return three;
    }
}
