package dev.dynamicworkers.playground.core.api.crypto;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Prime numbers, and the groups of Diffie and Hellman that RFC 3526 names.
final class Primes {
    /// Bits and the number that makes the group's modulus prime, by name (RFC 3526).
    private static final Map<String, int[]> GROUPS = Map.of(
            "modp14", new int[] {2048, 124_476},
            "modp15", new int[] {3072, 1_690_314},
            "modp16", new int[] {4096, 240_904},
            "modp17", new int[] {6144, 929_484},
            "modp18", new int[] {8192, 4_743_158});

    /// Longer safe primes would take too long to find.
    static final int MAX_SAFE_BITS = 1024;

    static final int MAX_BITS = 4096;

    private static final int CERTAINTY = 64;

    private Primes() {}

    /// The modulus of a named group: 2^n - 2^(n-64) - 1 + 2^64 * ([2^(n-130) pi] + c). Null for other names.
    static byte @Nullable [] group(String name) {
        int[] group = GROUPS.get(name);
        if (group == null) {
            return null;
        }
        int bits = group[0];
        BigInteger middle = pi(bits - 130).add(BigInteger.valueOf(group[1])).shiftLeft(64);
        BigInteger prime = BigInteger.ONE
                .shiftLeft(bits)
                .subtract(BigInteger.ONE.shiftLeft(bits - 64))
                .subtract(BigInteger.ONE)
                .add(middle);
        return EllipticFamily.fixed(prime, bits / 8);
    }

    /// Pi times a power of two, rounded down, by Machin's formula.
    private static BigInteger pi(int bits) {
        int guard = 64;
        BigInteger one = BigInteger.ONE.shiftLeft(bits + guard);
        BigInteger quarter = arctan(one, 5).shiftLeft(2).subtract(arctan(one, 239));
        return quarter.shiftLeft(2).shiftRight(guard);
    }

    private static BigInteger arctan(BigInteger one, int inverse) {
        BigInteger square = BigInteger.valueOf((long) inverse * inverse);
        BigInteger power = one.divide(BigInteger.valueOf(inverse));
        BigInteger sum = power;
        for (int i = 3; power.signum() != 0; i += 2) {
            power = power.divide(square);
            BigInteger term = power.divide(BigInteger.valueOf(i));
            sum = i % 4 == 3 ? sum.subtract(term) : sum.add(term);
        }
        return sum;
    }

    /// A random prime number of so many bits, its two highest bits set.
    static BigInteger random(int bits, SecureRandom random) {
        while (true) {
            BigInteger prime = BigInteger.probablePrime(bits, random);
            if (bits < 3 || prime.testBit(bits - 2)) {
                return prime;
            }
        }
    }

    /// A random prime p of so many bits for which (p - 1) / 2 is prime too.
    static BigInteger safe(int bits, SecureRandom random) {
        while (true) {
            BigInteger half = BigInteger.probablePrime(bits - 1, random);
            BigInteger prime = half.shiftLeft(1).setBit(0);
            if (prime.isProbablePrime(CERTAINTY)) {
                return prime;
            }
        }
    }

    static boolean isPrime(byte[] number) {
        return new BigInteger(1, number).isProbablePrime(CERTAINTY);
    }

    /// base^exponent mod modulus, in as many bytes as the modulus has; null for numbers that are too long or an even
    /// modulus.
    static byte @Nullable [] power(byte[] base, byte[] exponent, byte[] modulus) {
        BigInteger m = new BigInteger(1, modulus);
        if (m.signum() == 0 || m.bitLength() > 2 * MAX_BITS || exponent.length > modulus.length) {
            return null;
        }
        BigInteger result = new BigInteger(1, base).modPow(new BigInteger(1, exponent), m);
        return EllipticFamily.fixed(result, (m.bitLength() + 7) / 8);
    }
}
