package dev.dynamicworkers.playground.core.api.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The password-based key derivation function of RFC 7914.
final class Scrypt {
    private Scrypt() {}

    /// The memory that a key takes to derive, as OpenSSL counts it.
    ///
    /// @return [Long#MAX_VALUE] where it is more than can be counted
    static long bytes(long cost, long blockSize, long parallel) {
        double bytes = 128.0 * blockSize * (cost + 2 + parallel);
        return bytes < Integer.MAX_VALUE ? (long) bytes : Long.MAX_VALUE;
    }

    /// @param cost a power of two greater than 1 (`N`)
    /// @param blockSize `r`
    /// @param parallel `p`
    /// @param look is asked now and then whether to go on, and throws if not
    static byte[] derive(byte[] password, byte[] salt, int cost, int blockSize, int parallel, int size, Runnable look) {
        int block = 128 * blockSize;
        byte[] material = Digests.pbkdf2("SHA-256", password, salt, 1, parallel * block, look);
        int[] words = new int[block / 4];
        for (int i = 0; i < parallel; i++) {
            ByteBuffer part = ByteBuffer.wrap(material, i * block, block).order(ByteOrder.LITTLE_ENDIAN);
            part.asIntBuffer().get(words);
            mix(words, cost, blockSize, look);
            part.asIntBuffer().put(words);
        }
        return Digests.pbkdf2("SHA-256", password, material, 1, size, look);
    }

    /// The function scryptROMix: fills a table with `cost` states and walks it in an order that depends on them.
    private static void mix(int[] state, int cost, int blockSize, Runnable look) {
        int length = state.length;
        int[] table = new int[Math.multiplyExact(cost, length)];
        int[] scratch = new int[length];
        for (int i = 0; i < cost; i++) {
            look.run();
            System.arraycopy(state, 0, table, i * length, length);
            mixBlocks(state, scratch, blockSize);
        }
        int lastBlock = (2 * blockSize - 1) * 16;
        for (int i = 0; i < cost; i++) {
            look.run();
            int row = (state[lastBlock] & (cost - 1)) * length;
            for (int j = 0; j < length; j++) {
                state[j] ^= table[row + j];
            }
            mixBlocks(state, scratch, blockSize);
        }
    }

    /// The function scryptBlockMix: even blocks go to the front half, odd ones to the back.
    private static void mixBlocks(int[] state, int[] scratch, int blockSize) {
        int[] block = new int[16];
        System.arraycopy(state, (2 * blockSize - 1) * 16, block, 0, 16);
        for (int i = 0; i < 2 * blockSize; i++) {
            for (int j = 0; j < 16; j++) {
                block[j] ^= state[i * 16 + j];
            }
            salsa8(block);
            int target = (i % 2 == 0 ? i / 2 : blockSize + i / 2) * 16;
            System.arraycopy(block, 0, scratch, target, 16);
        }
        System.arraycopy(scratch, 0, state, 0, state.length);
    }

    private static void salsa8(int[] block) {
        int[] x = block.clone();
        for (int round = 0; round < 4; round++) {
            quarter(x, 0, 4, 8, 12);
            quarter(x, 5, 9, 13, 1);
            quarter(x, 10, 14, 2, 6);
            quarter(x, 15, 3, 7, 11);
            quarter(x, 0, 1, 2, 3);
            quarter(x, 5, 6, 7, 4);
            quarter(x, 10, 11, 8, 9);
            quarter(x, 15, 12, 13, 14);
        }
        for (int i = 0; i < 16; i++) {
            block[i] += x[i];
        }
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }
}
